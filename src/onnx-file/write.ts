import { modelProto } from './schema.ts';

/** A literal tensor of an ONNX model: `raw_data` is little-endian, row-major. */
export interface TensorProto {
  readonly name: string;
  readonly dims: readonly number[];
  readonly dataType: number;
  readonly rawData: Uint8Array;
}

/** An attribute of a node: one integer or a list, as `type` says. */
export interface AttributeProto {
  readonly name: string;
  readonly type: number;
  readonly i?: number;
  readonly ints?: readonly number[];
}

/** One operator application; values are referred to by name. */
export interface NodeProto {
  readonly name: string;
  readonly opType: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly AttributeProto[];
}

/** Name and type of a graph input or output; a dimension without a value may be of any size. */
export interface ValueInfoProto {
  readonly name: string;
  readonly type: {
    readonly tensorType: {
      readonly elemType: number;
      readonly shape: { readonly dim: readonly { readonly dimValue?: number }[] };
    };
  };
}

/** An ONNX graph: nodes in topological order, literals, inputs and outputs. */
export interface GraphProto {
  readonly name: string;
  readonly node: readonly NodeProto[];
  readonly initializer: readonly TensorProto[];
  readonly input: readonly ValueInfoProto[];
  readonly output: readonly ValueInfoProto[];
}

/** Codes of `TensorProto.DataType`. */
export const elementTypes = { float32: 1, int64: 7, float64: 11 } as const;

/** Codes of `AttributeProto.AttributeType`. */
export const attributeTypes = { int: 2, integers: 7 } as const;

/** The operator set and file format the graphs are written in; onnxruntime 1.17 and later read them. */
const opsetVersion = 18;
const irVersion = 8;

/** The bytes of a model file that holds this graph. */
export function encodeModel(graph: GraphProto): Uint8Array {
  const model = { irVersion, producerName: 'fisher-rao', graph, opsetImport: [{ domain: '', version: opsetVersion }] };
  return modelProto.encode(model).finish();
}
