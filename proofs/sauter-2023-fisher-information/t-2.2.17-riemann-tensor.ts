import { calculation, normal } from 'fisher-rao';

const gamma = (a: string, b: string, c: string): string => `christoffel(${a}, ${b}, ${c})`;
const entry = (m: string): string =>
  `${gamma('mu', m, 'mu')}*${gamma(m, 'sigma', 'sigma')} - ${gamma('mu', m, 'sigma')}*${gamma(m, 'mu', 'sigma')}`;

export const riemannTensor = calculation({
  family: normal(),
  label: 'T-2.2.17',
  title:
    'R^i_jkl = d_k Gamma^i_jl - d_l Gamma^i_jk + Gamma^i_mk Gamma^m_jl - Gamma^i_ml Gamma^m_jk, here R^mu_sigma mu sigma',
  claim: `riemann(mu, sigma, mu, sigma) = D(${gamma('mu', 'sigma', 'sigma')}, mu) - D(${gamma('mu', 'mu', 'sigma')}, sigma) + ${entry('mu')} + ${entry('sigma')} = -riemann(mu, sigma, sigma, mu)`,
  expected: 'proved',
});
