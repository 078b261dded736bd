import { createHash } from 'node:crypto';
import * as ort from 'onnxruntime-node';
import {
  elementTypes,
  encodeModel,
  type GraphProto,
  type TensorProto,
  type ValueInfoProto,
} from '../../onnx-file/index.ts';
import type { LoweredGraph } from './graph.ts';

/**
 * The graph with every size left open: dimensions of inputs and outputs have no values, and the literals that say sizes or
 * the entries of constants are inputs. With the values of `openLiterals` it computes what `graph` computes; with those of
 * another graph of the same structure, what that one does.
 */
export function withOpenSizes({ open, ...graph }: LoweredGraph): GraphProto {
  const literals = graph.initializer.filter(({ name }) => open.has(name));
  return {
    ...graph,
    initializer: graph.initializer.filter(({ name }) => !open.has(name)),
    input: [...graph.input.map(ofAnySize), ...literals.map(literalInput)],
    output: graph.output.map(ofAnySize),
  };
}

/** The values of a graph for the inputs that `withOpenSizes` adds, by name. */
export function openLiterals({ open, initializer }: LoweredGraph): Record<string, ort.Tensor> {
  return Object.fromEntries(
    initializer.filter(({ name }) => open.has(name)).map((one) => [one.name, literalTensor(one)]),
  );
}

/** A digest that graphs share whose `withOpenSizes` is the same but for the name. */
export function structureOf(graph: LoweredGraph): string {
  return digestOf(withOpenSizes(graph));
}

/** A digest of all of the graph but its name: its structure, sizes and constants. */
export function digestOf(graph: GraphProto): string {
  return createHash('sha256')
    .update(encodeModel({ ...graph, name: '' }))
    .digest('base64');
}

function ofAnySize({ name, type: { tensorType } }: ValueInfoProto): ValueInfoProto {
  const dim = tensorType.shape.dim.map(() => ({}));
  return { name, type: { tensorType: { ...tensorType, shape: { dim } } } };
}

/** A list of sizes has as many as there are axes, which the operators that read it must know beforehand. */
function literalInput({ name, dims, dataType }: TensorProto): ValueInfoProto {
  const dim = dims.map((dimValue) => (dataType === elementTypes.int64 ? { dimValue } : {}));
  return { name, type: { tensorType: { elemType: dataType, shape: { dim } } } };
}

function literalTensor({ dims, dataType, rawData: { buffer, byteOffset, byteLength } }: TensorProto): ort.Tensor {
  switch (dataType) {
    case elementTypes.int64:
      return new ort.Tensor('int64', new BigInt64Array(buffer as ArrayBuffer, byteOffset, byteLength / 8), dims);
    case elementTypes.float64:
      return new ort.Tensor('float64', new Float64Array(buffer as ArrayBuffer, byteOffset, byteLength / 8), dims);
    default:
      return new ort.Tensor('float32', new Float32Array(buffer as ArrayBuffer, byteOffset, byteLength / 4), dims);
  }
}
