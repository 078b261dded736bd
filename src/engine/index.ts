/**
 * Program -> numbers: the interface of engines, and the reference engine, which defines what every primitive computes
 * and needs no native code. Faster engines are folders beside it with an entry point of their own.
 */

export { checkInputs, disposed, type Engine, type Executable, handOver } from './engine.ts';
export { type ErfArithmetic, erfByArithmetic } from './erf-by-arithmetic.ts';
export { evaluate, referenceEngine } from './reference/index.ts';
export { broadcastShape, mergeAxes, repeatedShape } from './repetition.ts';
export { type Capabilities, checkSupport, unsupportedPrimitives } from './support.ts';
