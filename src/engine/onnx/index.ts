/**
 * The onnx engine: programs compiled whole to sessions of onnxruntime-node, in float64 and float32. It loads native
 * code, so it is an entry point of its own and nothing below the command line imports it.
 * A new primitive needs a row in the table of `lowering.ts`.
 */

export { type OnnxOptions, onnxEngine } from './session.ts';
