/** G-4: lengths do not depend on coordinates. */
import { calculation, experiment } from 'fisher-rao';

export const invarianceOfLength = calculation({
  label: 'G-4',
  title: 'the speed of a curve is the same in coordinates t and in u = k(t)',
  symbols: { t: 'real', r: 'real' },
  functions: ['k', 'F', 'c'],
  // F is the information in u; that in t is F(k(t)) k'(t)^2. The curve is t = c(r).
  definitions: {
    squaredSpeedInT: 'at(F(k(t))*D(k(t), t)^2, t, c(r))*D(c(r), r)^2',
    squaredSpeedInU: 'F(k(c(r)))*D(k(c(r)), r)^2',
  },
  claim: 'squaredSpeedInT = squaredSpeedInU',
  expected: 'proved',
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
