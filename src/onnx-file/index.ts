/**
 * The ONNX file format: the graphs that the engine writes, and those that users bring.
 */

export { type NodeAttribute, type OnnxGraph, type OnnxNode, readOnnxGraph, type StoredTensor } from './read.ts';
export {
  type AttributeProto,
  attributeTypes,
  elementTypes,
  encodeModel,
  type GraphProto,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from './write.ts';
