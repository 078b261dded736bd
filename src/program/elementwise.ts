import type { ElementwiseBinary, ElementwiseUnary } from './equation.ts';
import { errorFunction } from './error-function.ts';

/** What the elementwise primitives of one operand do to an entry, in float64. */
export const unaryFunctions: { readonly [P in ElementwiseUnary]: (x: number) => number } = {
  negate: (x) => -x,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
  sin: Math.sin,
  cos: Math.cos,
  erf: errorFunction,
  sign: Math.sign,
  stopGradient: (x) => x,
};

/** What the elementwise primitives of two operands do to a pair of entries, in float64. */
export const binaryFunctions: { readonly [P in ElementwiseBinary]: (x: number, y: number) => number } = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
};
