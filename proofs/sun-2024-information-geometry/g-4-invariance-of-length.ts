/** G-4: lengths do not depend on coordinates. */
import { by, declare, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { a, b, g, i, j, metric, pulledBack, smoothFamily, θ } from './changes-of-coordinates.ts';
import { pulledBackMetric } from './g-1-pulled-back-metric.ts';

const { derivative, multiply, sum } = term;

/** A curve in φ with the velocity v, along which θ has the velocity Σ_i v_i ∂_i θ. */
const v = declare.function('v', i.space);
const velocity = (of: typeof a) => sum(i, multiply(v(i), derivative(i, θ(of))));
const squaredSpeed = sum(i, sum(j, multiply(metric(i, j), v(i), v(j))));
const squaredSpeedInθ = sum(a, sum(b, multiply(g(a, b), velocity(a), velocity(b))));

export const invarianceOfLength = statement({
  label: 'G-4',
  title:
    'the squared speed of a curve is the same in all coordinates, and so is the integral of its root: for any family and any change of coordinates',
  given: smoothFamily,
  claim: equation(squaredSpeed, squaredSpeedInθ),
  expected: 'proved',
  proof: () =>
    start(squaredSpeed)
      .equals(sum(i, sum(j, multiply(pulledBack(i, j), v(i), v(j)))), by.theorem(theoremOf(pulledBackMetric)))
      .equals(squaredSpeedInθ, by.rearrangement),
});

/** The integral of f by Simpson's rule. */
function integral(f: (x: number) => number, low: number, high: number, intervals = 4000): number {
  const step = (high - low) / intervals;
  let total = f(low) + f(high);
  for (let k = 1; k < intervals; k++) total += (k % 2 === 0 ? 2 : 4) * f(low + k * step);
  return (total * step) / 3;
}

const logit = (p: number): number => Math.log(p / (1 - p));
const sigmoid = (h: number): number => 1 / (1 + Math.exp(-h));

export const lengthOfBernoulliCurves = experiment({
  label: 'G-4/bernoulli',
  title: 'from p = 0.2 to 0.8 it is 1.2870022, in p and in the logit',
  claim: 'the length in p = that in the logit = 2 (arcsin sqrt(p1) - arcsin sqrt(p0))',
  expected: 'supported',
  tolerance: 1e-9,
  instances: [{ from: 0.2, to: 0.8 }],
  draw: (seed) => ({ from: 0.05 + (seed % 5) / 20, to: 0.6 + (seed % 7) / 20 }),
  evaluate: ({ from, to }) => {
    const closed = 2 * (Math.asin(Math.sqrt(to)) - Math.asin(Math.sqrt(from)));
    const inP = integral((p) => 1 / Math.sqrt(p * (1 - p)), from, to);
    const inLogit = integral((h) => Math.sqrt(sigmoid(h) * (1 - sigmoid(h))), logit(from), logit(to));
    return { left: [inP, inLogit], right: [closed, closed] };
  },
});
