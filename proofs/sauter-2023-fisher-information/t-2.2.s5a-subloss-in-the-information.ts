import { calculation, experiment, normal } from 'fisher-rao';
import { partition, subloss } from './networks-as-models.ts';

/** A central difference of first or second order. */
const slope = (f: (w: number) => number, w: number): number => (f(w + 1e-4) - f(w - 1e-4)) / 2e-4;
const curvature = (f: (w: number) => number, w: number): number => (f(w + 1e-3) - 2 * f(w) + f(w - 1e-3)) / 1e-6;

export const sublossInTheInformation = experiment({
  label: 'T-2.2.S5a',
  title: 'the subloss may take the place of the log-likelihood (as printed): softmax with squared loss at w = 1',
  claim: 'the information of the normalised model = E[(dl)^2] = E[d^2 l]',
  expected: 'refuted',
  tolerance: 1e-6,
  certain: 5e-5,
  instances: [{ w: 1 }],
  evaluate: ({ w }) => {
    const probability = (y: number): number => Math.exp(-subloss(w, y)) / partition(w);
    const under = (f: (y: number) => number): number => probability(0) * f(0) + probability(1) * f(1);
    const logLikelihood = (y: number) => (v: number) => -subloss(v, y) - Math.log(partition(v));
    const information = under((y) => slope(logLikelihood(y), w) ** 2);
    return {
      left: [information, information],
      right: [under((y) => slope((v) => subloss(v, y), w) ** 2), under((y) => curvature((v) => subloss(v, y), w))],
    };
  },
});

export const sublossWithConstantPartition = calculation({
  label: 'T-2.2.S5a/repaired',
  title: 'it may where the partition function is constant, as for squared error: E[(dl)^2] = E[d^2 l] = 2 a^2',
  family: normal(),
  symbols: { a: 'real', w: 'real' },
  definitions: { subloss: '(w*a - x)^2' },
  claim:
    'at(at(E(D(subloss, w)^2), mu, w*a), sigma, sqrt(1/2)) = 2*a^2 = at(at(E(D(D(subloss, w), w)), mu, w*a), sigma, sqrt(1/2))',
  expected: 'proved',
});
