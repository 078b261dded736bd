/** Undetermined densities as in the thesis; three classes whose probabilities depend on theta in an arbitrary way. */
import { type Direction, declare, type Term, term } from 'fisher-rao';
import {
  expectation,
  i,
  information,
  j,
  p,
  regularX,
  relative,
  twiceRegularX,
  X,
  x,
} from '../sauter-2023-fisher-information/setting.ts';

const { derivative, log, multiply, subtract } = term;

export { expectation, i, information, j, p, regularX, relative, twiceRegularX, X, x };

/** The score ∂_k log u. */
export const scoreAlong = (direction: Direction, probability: Term): Term => derivative(direction, log(probability));

/** KL between Bernoulli distributions. */
export const bernoulliDivergence = (a: number, b: number): number =>
  a * Math.log(a / b) + (1 - a) * Math.log((1 - a) / (1 - b));

/** The log-density at z for a parameter, and the support there. */
export interface MovingFamily {
  readonly logDensity: (z: number, theta: number) => number;
  readonly support: (theta: number) => readonly [low: number, high: number];
}

/** Two families whose support moves with the parameter: exp(-(z - theta)) on z > theta (cut at 40), 1/theta on (0, theta). */
export const movingFamilies: Readonly<Record<string, MovingFamily>> = {
  'shifted exponential': { logDensity: (z, theta) => -(z - theta), support: (theta) => [theta, theta + 40] },
  uniform: { logDensity: (_z, theta) => -Math.log(theta), support: (theta) => [0, theta] },
};

/** E[s], E[s^2] and E[d^2 log q] by the midpoint rule and central differences, with six digits or more. */
export function scoreMoments(name: string, theta: number): { mean: number; second: number; hessian: number } {
  const { logDensity, support } = movingFamilies[name];
  const [low, high] = support(theta);
  const count = 40_000;
  const step = (high - low) / count;
  const h = 1e-4;
  const moments = { mean: 0, second: 0, hessian: 0 };
  for (let k = 0; k < count; k++) {
    const z = low + (k + 0.5) * step;
    const [before, here, after] = [-h, 0, h].map((shift) => logDensity(z, theta + shift));
    const weight = Math.exp(here) * step;
    const score = (after - before) / (2 * h);
    moments.mean += weight * score;
    moments.second += weight * score ** 2;
    moments.hessian += (weight * (after - 2 * here + before)) / h ** 2;
  }
  return moments;
}

/** The divergence of exp(-(z - theta)) on z > theta: infinite where the second support is smaller. */
export const shifted = (theta: number, other: number): number =>
  other <= theta ? theta - other : Number.POSITIVE_INFINITY;

/** The second derivative d_i d_j log p of the log-density. */
export const hessianOfLog = derivative(i, derivative(j, log(p(x))));

/** The second derivative d_i d_j p of the density. */
export const secondDerivative = derivative(i, derivative(j, p(x)));

const [si, sj] = [scoreAlong(i, p(x)), scoreAlong(j, p(x))];

/** The variable of the means. */
const w = declare.point('w', X);

/** The means of the scores along i and j, over a variable of their own. */
export const [mi, mj] = [i, j].map((direction) => expectation(w, p(w), scoreAlong(direction, p(w))));

/** The covariance of the scores along i and j. */
export const centred = expectation(x, p(x), multiply(subtract(si, mi), subtract(sj, mj)));

/** The gradients of four data, a learning rate and a parameter. */
export const four = { symbols: { a: 'real', b: 'real', c: 'real', d: 'real', eta: 'real', t: 'real' } } as const;
