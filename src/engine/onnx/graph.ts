import {
  type AttributeProto,
  attributeTypes,
  elementTypes,
  type GraphProto,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from '../../onnx-file/index.ts';
import { type Port, type Shape, sameShape, type Tensor, type TensorType, type Variable } from '../../program/index.ts';

/**
 * A named ONNX value that stands for a variable. Its shape broadcasts to the variable's from the last axis, as ONNX
 * operators do by themselves, so that a broadcast is carried out only where an operator needs all the entries.
 */
export interface Placed {
  readonly name: string;
  readonly shape: Shape;
}

/** The ONNX graph of a program, and which of its literals other programs of the same structure have with other values. */
export interface LoweredGraph extends GraphProto {
  /** The literals that say sizes or the entries of constants; the others, such as axes, choose what operators do. */
  readonly open: ReadonlySet<string>;
}

/** An ONNX graph under construction for one program. */
export class GraphWriter {
  readonly #nodes: NodeProto[] = [];
  readonly #initializers: TensorProto[] = [];
  readonly #values = new Map<number, Placed>();
  readonly #expanded = new Map<string, string>();
  readonly #open = new Set<string>();
  #label = '';

  /** Says which value stands for a variable; `label` names the nodes that `write` adds, for errors of the runtime. */
  place(variable: Variable, label: string, write: () => Placed): void {
    this.#label = label;
    this.#values.set(variable.id, write());
  }

  /** The value of a variable, perhaps with fewer entries than its type says. */
  read(variable: Variable): Placed {
    return this.#values.get(variable.id)!;
  }

  /** Whether a value stands for the variable. */
  has(variable: Variable): boolean {
    return this.#values.has(variable.id);
  }

  /** The name of a value that has all the entries of the variable. */
  full(variable: Variable): string {
    const { name, shape } = this.read(variable);
    if (sameShape(shape, variable.type.shape)) return name;
    const key = `${name}:${variable.type.shape}`;
    const known = this.#expanded.get(key);
    if (known) return known;
    const expanded = this.node('Expand', [name, this.sizes(variable.type.shape)], variable.type.shape).name;
    this.#expanded.set(key, expanded);
    return expanded;
  }

  /** Applies an ONNX operator with one result of the given shape. */
  node(
    opType: string,
    input: readonly string[],
    shape: Shape,
    attributes: Readonly<Record<string, number | readonly number[]>> = {},
  ): Placed {
    const attribute = Object.entries(attributes).map(
      ([name, value]): AttributeProto =>
        typeof value === 'number'
          ? { name, i: value, type: attributeTypes.int }
          : { name, ints: value, type: attributeTypes.integers },
    );
    const name = `v${this.#nodes.length}`;
    this.#nodes.push({ name: `${this.#label}/${name}`, opType, input, output: [name], attribute });
    return { name, shape };
  }

  /** A literal list of axes. */
  axes(values: readonly number[]): string {
    return this.#literal([values.length], elementTypes.int64, BigInt64Array.from(values, BigInt));
  }

  /** A literal list of sizes: of a shape, or of where a part of it begins or ends. */
  sizes(values: readonly number[]): string {
    const name = this.axes(values);
    this.#open.add(name);
    return name;
  }

  /** A literal tensor. */
  constant({ dtype, shape, data }: Tensor): Placed {
    const name = this.#literal(shape, elementTypes[dtype], data);
    this.#open.add(name);
    return { name, shape };
  }

  #literal(dims: Shape, dataType: number, data: ArrayBufferView): string {
    const name = `c${this.#initializers.length}`;
    this.#initializers.push({
      name,
      dims,
      dataType,
      rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    });
    return name;
  }

  /** The finished graph, of inputs by their ONNX names. Outputs become nodes of their own, so that one value may serve several, or be an input. */
  finish(name: string, inputs: readonly Port[], outputs: readonly Port[]): LoweredGraph {
    for (const { name: output, variable } of outputs) {
      this.#nodes.push({
        name: `output ${output}`,
        opType: 'Identity',
        input: [this.full(variable)],
        output: [outputName(output)],
        attribute: [],
      });
    }
    return {
      name,
      node: this.#nodes,
      initializer: this.#initializers,
      input: inputs.map((input) => valueInfo(input.name, input.variable.type)),
      output: outputs.map((output) => valueInfo(outputName(output.name), output.variable.type)),
      open: this.#open,
    };
  }
}

/** The ONNX name of a program's input; inputs and outputs of a program may share a name, in ONNX they may not. */
export function inputName(name: string): string {
  return `in:${name}`;
}

/** The ONNX name of a program's output. */
export function outputName(name: string): string {
  return `out:${name}`;
}

function valueInfo(name: string, { dtype, shape }: TensorType): ValueInfoProto {
  const dim = shape.map((dimValue) => ({ dimValue }));
  return { name, type: { tensorType: { elemType: elementTypes[dtype], shape: { dim } } } };
}
