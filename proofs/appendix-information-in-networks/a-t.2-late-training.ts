import { calculation, experiment } from 'fisher-rao';

export const lateTraining = experiment({
  label: 'A-T.2',
  title: 'near convergence gradients vanish, so F is low (as printed): a coin logit with 30 % label noise',
  claim: 'the second moment of the gradient at the optimum p = 0.7 <= 0.01',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ p: 0.7 }],
  evaluate: ({ p }) => ({ left: p * (1 - p) ** 2 + (1 - p) * p ** 2, right: 0.01 }),
});

export const vanishingMeanGradient = calculation({
  label: 'A-T.2/repaired',
  title: 'the mean gradient vanishes at the optimum, the second moment is F = p (1 - p)',
  symbols: { p: 'real' },
  definitions: { mean: 'p*(1 - p) + (1 - p)*(-p)', second: 'p*(1 - p)^2 + (1 - p)*p^2' },
  claim: 'mean = 0 = second - p*(1 - p)',
  expected: 'proved',
});
