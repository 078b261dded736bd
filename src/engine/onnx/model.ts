import protobuf from 'protobufjs/light.js';

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

const field = (type: string, id: number) => ({ type, id });
const repeated = (type: string, id: number) => ({ rule: 'repeated', type, id });

/** The part of onnx.proto that the engine writes, with its field numbers. */
const schema = protobuf.Root.fromJSON({
  nested: {
    OperatorSetIdProto: { fields: { domain: field('string', 1), version: field('int64', 2) } },
    Dimension: { fields: { dimValue: field('int64', 1) } },
    TensorShapeProto: { fields: { dim: repeated('Dimension', 1) } },
    TensorTypeProto: { fields: { elemType: field('int32', 1), shape: field('TensorShapeProto', 2) } },
    TypeProto: { fields: { tensorType: field('TensorTypeProto', 1) } },
    ValueInfoProto: { fields: { name: field('string', 1), type: field('TypeProto', 2) } },
    TensorProto: {
      fields: {
        dims: repeated('int64', 1),
        dataType: field('int32', 2),
        name: field('string', 8),
        rawData: field('bytes', 9),
      },
    },
    AttributeProto: {
      fields: { name: field('string', 1), i: field('int64', 3), ints: repeated('int64', 8), type: field('int32', 20) },
    },
    NodeProto: {
      fields: {
        input: repeated('string', 1),
        output: repeated('string', 2),
        name: field('string', 3),
        opType: field('string', 4),
        attribute: repeated('AttributeProto', 5),
      },
    },
    GraphProto: {
      fields: {
        node: repeated('NodeProto', 1),
        name: field('string', 2),
        initializer: repeated('TensorProto', 5),
        input: repeated('ValueInfoProto', 11),
        output: repeated('ValueInfoProto', 12),
      },
    },
    ModelProto: {
      fields: {
        irVersion: field('int64', 1),
        producerName: field('string', 2),
        graph: field('GraphProto', 7),
        opsetImport: repeated('OperatorSetIdProto', 8),
      },
    },
  },
});

/** The bytes of a model file that holds this graph. */
export function encodeModel(graph: GraphProto): Uint8Array {
  const model = { irVersion, producerName: 'fisher-rao', graph, opsetImport: [{ domain: '', version: opsetVersion }] };
  return schema.lookupType('ModelProto').encode(model).finish();
}
