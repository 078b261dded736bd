import { calculation, experiment } from 'fisher-rao';
import { bernoulliDivergence } from './setting.ts';

export const divergenceAsMetric = experiment({
  label: 'A-A.4a',
  title: 'the divergence is a metric (as printed): symmetric, with the triangle inequality',
  claim: 'KL(a | b) <= KL(b | a) and KL(a | c) <= KL(a | b) + KL(b | c)',
  expected: 'refuted',
  relation: 'atMost',
  instances: [
    { a: 0.5, b: 0.1, c: 0.1 },
    { a: 0.1, b: 0.5, c: 0.9 },
  ],
  evaluate: ({ a, b, c }) => ({
    left: [bernoulliDivergence(a, b), bernoulliDivergence(a, c)],
    right: [bernoulliDivergence(b, a), bernoulliDivergence(a, b) + bernoulliDivergence(b, c)],
  }),
});

export const divergenceIsNonnegative = calculation({
  label: 'A-A.4a/repaired',
  title: 'it is nonnegative, as a sum of gaps u - 1 - log(u); here for three outcomes',
  symbols: { p: 'unit', q: 'unit', a: 'unit', b: 'unit' },
  // Probabilities a p, a (1 - p), 1 - a against b q, b (1 - q), 1 - b: any three outcomes.
  claim: 'a*p*log(a*p/(b*q)) + a*(1 - p)*log(a*(1 - p)/(b*(1 - q))) + (1 - a)*log((1 - a)/(1 - b)) >= 0',
  difference: 'a*p*gap(b*q/(a*p)) + a*(1 - p)*gap(b*(1 - q)/(a*(1 - p))) + (1 - a)*gap((1 - b)/(1 - a))',
  expected: 'proved',
});
