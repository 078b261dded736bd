import { calculation } from 'fisher-rao';

export const zeroVariance = calculation({
  label: 'V-B2',
  title: 'at p = 1/2 the variance of the first estimator is zero regardless of h (as printed): two independent outputs',
  symbols: { p: 'unit', q: 'unit' },
  // K_1212 - I_12^2 = Var(y1) Var(y2) for independent outputs.
  definitions: { mixed: 'p*(1 - p)*q*(1 - q)' },
  claim: 'at(at(mixed, p, 1/2), q, 1/2) = 0',
  expected: 'refuted',
});

export const zeroVarianceOfOneOutput = calculation({
  label: 'V-B2/repaired',
  title: 'for a single Bernoulli output it is, regardless of the Jacobian j',
  symbols: { p: 'unit', j: 'real' },
  claim: 'at(j^4*p*(1 - p)*(1 - 2*p)^2, p, 1/2) = 0',
  expected: 'proved',
});
