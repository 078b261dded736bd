import { calculation, experiment } from 'fisher-rao';

export const cumulants = experiment({
  label: 'V-CUM',
  title: 'cumulants up to third order are central moments (as printed): of first order too',
  claim: 'kappa_1 = E[t - eta] for a coin',
  expected: 'refuted',
  instances: [{ p: 0.3 }],
  evaluate: ({ p }) => ({ left: p, right: p * (1 - p) + (1 - p) * (0 - p) }),
});

export const secondAndThirdCumulants = calculation({
  label: 'V-CUM/repaired',
  title: 'those of second and third order are',
  symbols: { h: 'real', s: 'real' },
  functions: ['F'],
  definitions: { M: 'exp(F(h + s) - F(h) - s*D(F(h), h))', F2: 'D(D(F(h), h), h)' },
  claim: 'at(D(D(M, s), s), s, 0) - F2 = 0 = at(D(D(D(M, s), s), s), s, 0) - D(F2, h)',
  expected: 'proved',
});
