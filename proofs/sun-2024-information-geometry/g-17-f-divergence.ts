import { calculation } from 'fisher-rao';

export const fDivergence = calculation({
  label: 'G-17',
  title: "an f-divergence has f''(1) times the Fisher metric as its second-order part; here for two outcomes",
  symbols: { q: 'real', e: 'real', z: 'real' },
  functions: ['f'],
  definitions: { divergence: 'q*f((q + e)/q) + (1 - q)*f((1 - q - e)/(1 - q))' },
  claim: 'at(D(D(divergence, e), e), e, 0) = at(D(D(f(z), z), z), z, 1)/(q*(1 - q))',
  expected: 'proved',
});
