/**
 * The onnx engine: programs compiled whole to sessions of onnxruntime-node, in float64 and float32 on the CPU and with
 * CUDA, in float32 on WebGPU. It loads native code, so it is an entry point of its own and nothing below the command
 * line imports it.
 * A new primitive needs a row in the table of `lowering.ts`.
 */

export { type OnnxDeviceName, onnxDeviceNames } from './device.ts';
export { type OnnxOptions, onnxEngine } from './session.ts';
