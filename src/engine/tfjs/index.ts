/**
 * The tfjs engine: programs on TensorFlow.js in float32, on its native bindings where the user has installed them, else on
 * WebAssembly, else in plain JavaScript. It may load native code, so it is an entry point of its own and nothing below
 * the command line imports it. A new primitive needs a row in the table of `lowering.ts`.
 */

export { type TfjsBackendName, tfjsBackendNames } from './backend.ts';
export { type TfjsOptions, tfjsEngine } from './engine.ts';
