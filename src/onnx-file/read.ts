import { InputError } from '../errors.ts';
import { modelProto } from './schema.ts';

/** A tensor stored in an ONNX file: floating point numbers, or integers. */
export interface StoredTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: 'float' | 'integer';
  readonly data: Float64Array;
}

/** An attribute of a node: whichever of these it has. */
export interface NodeAttribute {
  readonly number?: number;
  readonly numbers?: readonly number[];
  readonly text?: string;
  readonly tensor?: StoredTensor;
}

/** One operator application; values are referred to by name, an absent optional input is the empty name. */
export interface OnnxNode {
  readonly name: string;
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, NodeAttribute>>;
}

/** A graph as its file has it: nodes in topological order. */
export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initialisers: readonly StoredTensor[];
  /** Inputs that no initialiser gives, with their shapes; null for a size that the file leaves open. */
  readonly inputs: readonly { readonly name: string; readonly shape: readonly (number | null)[] }[];
  readonly outputs: readonly string[];
  /** The version of the default operator set. */
  readonly opset: number;
}

interface RawTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly dataType: number;
  readonly floatData: readonly number[];
  readonly int32Data: readonly number[];
  readonly int64Data: readonly number[];
  readonly doubleData: readonly number[];
  readonly rawData: Uint8Array;
  readonly dataLocation: number;
}

interface RawModel {
  readonly opsetImport: readonly { readonly domain: string; readonly version: number }[];
  readonly graph: {
    readonly name: string;
    readonly initializer: readonly RawTensor[];
    readonly input: readonly RawValue[];
    readonly output: readonly { readonly name: string }[];
    readonly node: readonly {
      readonly name: string;
      readonly opType: string;
      readonly domain: string;
      readonly input: readonly string[];
      readonly output: readonly string[];
      readonly attribute: readonly RawAttribute[];
    }[];
  } | null;
}

interface RawValue {
  readonly name: string;
  readonly type: {
    readonly tensorType: {
      readonly shape: { readonly dim: readonly { readonly dimValue: number; readonly dimParam: string }[] } | null;
    } | null;
  } | null;
}

interface RawAttribute {
  readonly name: string;
  readonly type: number;
  readonly f: number;
  readonly i: number;
  readonly s: Uint8Array;
  readonly t: RawTensor | null;
  readonly floats: readonly number[];
  readonly ints: readonly number[];
}

/**
 * The graph in an ONNX file. `name` is for messages.
 *
 * @throws InputError if the bytes are no ONNX model, or it stores tensors outside the file or in a format without float or
 *   integer meaning here.
 */
export function readOnnxGraph(bytes: Uint8Array, name: string): OnnxGraph {
  const { graph, opsetImport } = decoded(bytes, name);
  if (!graph || graph.node.length === 0) throw new InputError(`${name}: the file holds no ONNX graph.`);
  const initialisers = graph.initializer.map((tensor) => storedTensor(tensor, name));
  const given = new Set(initialisers.map((tensor) => tensor.name));
  return {
    name: graph.name,
    nodes: graph.node.map((node, k) => ({
      name: node.name || `${node.opType}_${k}`,
      operator: node.domain === '' || node.domain === 'ai.onnx' ? node.opType : `${node.domain}.${node.opType}`,
      inputs: node.input,
      outputs: node.output,
      attributes: Object.fromEntries(node.attribute.map((one) => [one.name, attribute(one, name)])),
    })),
    initialisers,
    inputs: graph.input
      .filter((input) => !given.has(input.name))
      .map((input) => ({
        name: input.name,
        shape: (input.type?.tensorType?.shape?.dim ?? []).map(({ dimValue, dimParam }) =>
          dimParam !== '' || dimValue === 0 ? null : dimValue,
        ),
      })),
    outputs: graph.output.map((output) => output.name),
    opset: opsetImport.find(({ domain }) => domain === '' || domain === 'ai.onnx')?.version ?? 0,
  };
}

function decoded(bytes: Uint8Array, name: string): RawModel {
  try {
    const message = modelProto.decode(bytes);
    return modelProto.toObject(message, { longs: Number, defaults: true, arrays: true }) as RawModel;
  } catch (error) {
    throw new InputError(`${name}: expected an ONNX model; reading it failed: ${(error as Error).message}.`);
  }
}

function attribute(raw: RawAttribute, file: string): NodeAttribute {
  switch (raw.type) {
    case 1:
      return { number: raw.f };
    case 2:
      return { number: raw.i };
    case 3:
      return { text: new TextDecoder().decode(raw.s) };
    case 4:
      return { tensor: storedTensor(raw.t!, file) };
    case 6:
      return { numbers: raw.floats };
    case 7:
      return { numbers: raw.ints };
    default:
      return {};
  }
}

/** How the numbers of each stored data type are read: 1 float, 11 double, 6 int32, 7 int64, 9 bool. */
const readers: Readonly<
  Record<
    number,
    {
      readonly type: StoredTensor['type'];
      readonly bytes: number;
      readonly listed: keyof RawTensor;
      readonly read: (view: DataView, at: number) => number;
    }
  >
> = {
  1: { type: 'float', bytes: 4, listed: 'floatData', read: (view, at) => view.getFloat32(at, true) },
  11: { type: 'float', bytes: 8, listed: 'doubleData', read: (view, at) => view.getFloat64(at, true) },
  6: { type: 'integer', bytes: 4, listed: 'int32Data', read: (view, at) => view.getInt32(at, true) },
  7: { type: 'integer', bytes: 8, listed: 'int64Data', read: (view, at) => Number(view.getBigInt64(at, true)) },
  9: { type: 'integer', bytes: 1, listed: 'int32Data', read: (view, at) => view.getUint8(at) },
};

function storedTensor(raw: RawTensor, file: string): StoredTensor {
  const reader = readers[raw.dataType];
  if (!reader)
    throw new InputError(
      `${file}: tensor "${raw.name}" has data type ${raw.dataType}; float, double and integers are read.`,
    );
  if (raw.dataLocation === 1)
    throw new InputError(`${file}: tensor "${raw.name}" is stored outside the file; save the model in one file.`);
  const count = raw.dims.reduce((product, size) => product * size, 1);
  const listed = raw[reader.listed] as readonly number[];
  const view = new DataView(raw.rawData.buffer, raw.rawData.byteOffset, raw.rawData.byteLength);
  const stored = raw.rawData.length > 0 ? raw.rawData.length / reader.bytes : listed.length;
  if (stored !== count)
    throw new InputError(
      `${file}: tensor "${raw.name}" of shape [${raw.dims}] has ${stored} numbers, expected ${count}.`,
    );
  const data =
    raw.rawData.length > 0
      ? Float64Array.from({ length: count }, (_, i) => reader.read(view, i * reader.bytes))
      : Float64Array.from(listed);
  return { name: raw.name, shape: raw.dims, type: reader.type, data };
}
