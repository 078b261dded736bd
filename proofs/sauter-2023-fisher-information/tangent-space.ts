/** Section 2.2: manifolds, curves and tangent vectors. */
import { declare, type PointVariable, type Term, term } from 'fisher-rao';
import { expectation, p, score, x } from './setting.ts';

const { multiply, square, sum } = term;

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

/** The same by components and metric. */
export const innerByComponents = sum(
  k,
  sum(m, multiply(A(k), B(m), expectation(x, p(x), multiply(score(k, p(x)), score(m, p(x)))))),
);

/** The squared norm of A as a representation, and by components and metric. */
export const squaredNorm = expectation(x, p(x), square(representation(A, k)));
export const squaredLengthByComponents = sum(
  k,
  sum(m, multiply(A(k), A(m), expectation(x, p(x), multiply(score(k, p(x)), score(m, p(x)))))),
);
