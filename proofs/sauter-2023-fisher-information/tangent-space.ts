/** Section 2.2: manifolds, curves and tangent vectors. */
import { declare, type PointVariable, type Term, term } from 'fisher-rao';
import { expectation, p, score, x } from './setting.ts';

const { multiply, sum } = term;

/** A function f of two coordinates and a curve (a(t), b(t)). */
export const curve = { symbols: { t: 'real', u: 'real', v: 'real' }, functions: ['f', 'a', 'b'] } as const;

/** Two coordinates to sum over, and tangent vectors by their components: functions of a coordinate. */
export const k = declare.direction('k');
export const m = declare.direction('m');
export const A = declare.function('A', k.space);
export const B = declare.function('B', k.space);
export const C = declare.function('C', k.space);

/** (2.2.8) The 1-representation of a vector at x: the score along it. */
export const representation = (vector: typeof A, place: PointVariable): Term =>
  sum(place, multiply(vector(place), score(place, p(x))));

/** (2.2.10) The inner product of A and B. */
export const inner = expectation(x, p(x), multiply(representation(A, k), representation(B, m)));
