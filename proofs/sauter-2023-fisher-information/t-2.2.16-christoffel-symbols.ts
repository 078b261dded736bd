import { calculation, normal } from 'fisher-rao';

export const christoffelSymbols = calculation({
  family: normal(),
  label: 'T-2.2.16',
  title: 'Gamma^i_jk is half of g^im (d_l g_mk + d_k g_ml - d_m g_kl), free of j (as printed)',
  claim: 'christoffel(mu, mu, sigma) = christoffel(mu, sigma, sigma)',
  expected: 'refuted',
});

const lowered = (k: string, a: string, b: string): string =>
  `(D(metric(${k}, ${a}), ${b}) + D(metric(${k}, ${b}), ${a}) - D(metric(${a}, ${b}), ${k}))/(2*metric(${k}, ${k}))`;

export const christoffelSymbolsRepaired = calculation({
  family: normal(),
  label: 'T-2.2.16/repaired',
  title: 'it is half of g^im (d_k g_mj + d_j g_mk - d_m g_jk); in the normal family',
  claim: `christoffel(mu, mu, sigma) - ${lowered('mu', 'mu', 'sigma')} = 0 = christoffel(sigma, mu, mu) - ${lowered('sigma', 'mu', 'mu')}`,
  expected: 'proved',
});

export const christoffelValues = calculation({
  family: normal(),
  label: 'T-2.2.16/values',
  title: 'in the normal family they are -1/sigma, 1/(2 sigma) and -1/sigma',
  claim: 'christoffel(mu, mu, sigma) = -1/sigma = christoffel(sigma, sigma, sigma) = -2*christoffel(sigma, mu, mu)',
  expected: 'proved',
});
