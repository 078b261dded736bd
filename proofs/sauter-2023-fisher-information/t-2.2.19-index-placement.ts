import { calculation, experiment } from 'fisher-rao';

export const indexPlacement = experiment({
  label: 'T-2.2.19',
  title: 'whether indices stand above or below does not matter (as printed): for the metric',
  claim: 'g^ij = g_ij for the normal family at sigma = 2',
  expected: 'refuted',
  instances: [{ sigma: 2 }],
  evaluate: ({ sigma }) => ({ left: [sigma ** 2, sigma ** 2 / 2], right: [1 / sigma ** 2, 2 / sigma ** 2] }),
});

export const inverseMetric = calculation({
  label: 'T-2.2.19/repaired',
  title: 'g^ij is the inverse of g_ij: their contraction is the identity',
  symbols: { a: 'real', b: 'real', e: 'real' },
  definitions: { det: 'a*e - b^2' },
  claim: 'a*(e/det) + b*(-b/det) = 1 = 1 + (a*(-b/det) + b*(a/det))',
  expected: 'proved',
});
