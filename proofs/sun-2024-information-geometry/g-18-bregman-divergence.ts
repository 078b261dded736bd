import { calculation } from 'fisher-rao';

export const bregmanDivergence = calculation({
  label: 'G-18',
  title: 'the Bregman divergence of the log-partition is KL with its arguments exchanged; here for Bernoulli',
  symbols: { h: 'real', k: 'real' },
  definitions: {
    F: 'log(1 + exp(h))',
    P: 'exp(h)/(1 + exp(h))',
    bregman: 'at(F, h, k) - F - D(F, h)*(k - h)',
    KL: 'P*(log(P) - log(at(P, h, k))) + (1 - P)*(log(1/(1 + exp(h))) - log(1/(1 + exp(k))))',
  },
  claim: 'bregman = KL',
  expected: 'proved',
});
