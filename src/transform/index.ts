/**
 * Program -> program: differentiation, batching and simplification. `jvp` differentiates forward; reverse mode (`vjp`) is
 * `linearize` followed by `transpose` and has no rules of its own; `vmap` runs a program over a batch; `stage` takes out
 * what depends on some inputs alone, and `reassociate` makes that more. All of them return ordinary programs, so they compose to any order (jvp of jvp, vmap
 * of vjp), and names of derived inputs and outputs never collide. A new primitive needs a row in `jvpRules`,
 * `transposeRules`, `vmapRules` and `simplifyRules`.
 */

export { type Differentiation, jvp } from './jvp.ts';
export { type Linearization, linearize } from './linearize.ts';
export { removeDeadCode, selectOutputs } from './outputs.ts';
export { reassociate } from './reassociate.ts';
export { simplify } from './simplify.ts';
export { type Stages, type Staging, stage } from './stage.ts';
export { type Transposition, transpose } from './transpose.ts';
export { vjp } from './vjp.ts';
export { type Vectorization, vmap } from './vmap.ts';
export { withDtype } from './with-dtype.ts';
