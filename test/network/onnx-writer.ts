import protobuf from 'protobufjs/light.js';

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

const field = (type: string, id: number) => ({ type, id });
const repeated = (type: string, id: number) => ({ rule: 'repeated', type, id });
const root = protobuf.Root.fromJSON({
  nested: {
    Opset: { fields: { domain: field('string', 1), version: field('int64', 2) } },
    Dim: { fields: { dimValue: field('int64', 1), dimParam: field('string', 2) } },
    Shape: { fields: { dim: repeated('Dim', 1) } },
    TensorType: { fields: { elemType: field('int32', 1), shape: field('Shape', 2) } },
    Type: { fields: { tensorType: field('TensorType', 1) } },
    Value: { fields: { name: field('string', 1), type: field('Type', 2) } },
    Tensor: {
      fields: {
        dims: repeated('int64', 1),
        dataType: field('int32', 2),
        floatData: repeated('float', 4),
        int64Data: repeated('int64', 7),
        name: field('string', 8),
        rawData: field('bytes', 9),
        doubleData: repeated('double', 10),
      },
    },
    Attribute: {
      fields: {
        name: field('string', 1),
        f: field('float', 2),
        i: field('int64', 3),
        s: field('bytes', 4),
        ints: repeated('int64', 8),
        type: field('int32', 20),
      },
    },
    Node: {
      fields: {
        input: repeated('string', 1),
        output: repeated('string', 2),
        name: field('string', 3),
        opType: field('string', 4),
        attribute: repeated('Attribute', 5),
      },
    },
    Graph: {
      fields: {
        node: repeated('Node', 1),
        name: field('string', 2),
        initializer: repeated('Tensor', 5),
        input: repeated('Value', 11),
        output: repeated('Value', 12),
      },
    },
    Model: { fields: { irVersion: field('int64', 1), graph: field('Graph', 7), opsetImport: repeated('Opset', 8) } },
  },
});

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
  return root.lookupType('Model').encode({ irVersion: 9, graph, opsetImport }).finish();
}
