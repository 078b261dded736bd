import { calculation, normal } from 'fisher-rao';

export const indexPlacement = calculation({
  label: 'T-2.2.19',
  title: 'whether indices stand above or below does not matter (as printed): for the metric',
  family: normal(),
  definitions: { upper: 'metric(sigma, sigma)/(metric(mu, mu)*metric(sigma, sigma) - metric(mu, sigma)^2)' },
  claim: 'upper = metric(mu, mu)',
  expected: 'refuted',
});

export const inverseMetric = calculation({
  label: 'T-2.2.19/repaired',
  title: 'g^ij is the inverse of g_ij: their contraction is the identity',
  symbols: { a: 'real', b: 'real', e: 'real' },
  definitions: { det: 'a*e - b^2' },
  claim: 'a*(e/det) + b*(-b/det) = 1 = 1 + (a*(-b/det) + b*(a/det))',
  expected: 'proved',
});
