import { modelProto } from '../../src/onnx-file/schema.ts';

/** A model for tests: nodes as [operator, inputs, output, attributes], stored tensors by name. */
export interface WrittenModel {
  readonly nodes: readonly (readonly [
    operator: string,
    inputs: readonly string[],
    output: string | readonly string[],
    attributes?: Readonly<Record<string, number | string | readonly number[]>>,
  ])[];
  readonly floats: Readonly<Record<string, { readonly shape: readonly number[]; readonly data: readonly number[] }>>;
  readonly integers?: Readonly<Record<string, readonly number[]>>;
  /** The shape of the input "x" after the batch axis. */
  readonly input: readonly number[];
  /** The name of the output, and its rank. */
  readonly output: string;
  readonly float64?: boolean;
}

function attributeOf(name: string, value: number | string | readonly number[]): object {
  if (typeof value === 'string') return { name, type: 3, s: new TextEncoder().encode(value) };
  if (typeof value !== 'number') return { name, type: 7, ints: value };
  return Number.isInteger(value) ? { name, type: 2, i: value } : { name, type: 1, f: value };
}

/** The bytes of an ONNX file with an open batch axis, operator set 18. Every other tensor is stored as raw bytes. */
export function writeOnnx(model: WrittenModel): Uint8Array {
  const { nodes, floats, integers = {}, input, output, float64 = false } = model;
  const elemType = float64 ? 11 : 1;
  const value = (name: string, rest: readonly number[]) => ({
    name,
    type: { tensorType: { elemType, shape: { dim: [{ dimParam: 'N' }, ...rest.map((dimValue) => ({ dimValue }))] } } },
  });
  const stored = Object.entries(floats).map(([name, { shape, data }], k) => {
    const raw = float64 ? Float64Array.from(data) : Float32Array.from(data);
    const listed = float64 ? { doubleData: data } : { floatData: data };
    const content = k % 2 === 0 ? { rawData: new Uint8Array(raw.buffer) } : listed;
    return { name, dims: shape, dataType: elemType, ...content };
  });
  const whole = Object.entries(integers).map(([name, data]) => ({
    name,
    dims: [data.length],
    dataType: 7,
    int64Data: data,
  }));
  const graph = {
    name: 'written',
    node: nodes.map(([opType, inputs, outputs, attributes = {}], k) => ({
      name: `node${k}`,
      opType,
      input: inputs,
      output: typeof outputs === 'string' ? [outputs] : outputs,
      attribute: Object.entries(attributes).map(([name, given]) => attributeOf(name, given)),
    })),
    initializer: [...stored, ...whole],
    input: [value('x', input)],
    output: [{ name: output, type: { tensorType: { elemType } } }],
  };
  const opsetImport = [{ domain: '', version: 20 }];
  return modelProto.encode({ irVersion: 9, graph, opsetImport }).finish();
}
