import { calculation } from 'fisher-rao';

export const logLikelihood = calculation({
  label: 'T-2.2.7',
  title: 'the log-likelihood: its exponential is the likelihood',
  symbols: { x: 'real', theta: 'real' },
  functions: ['f'],
  claim: 'exp(log(f(x, theta))) = f(x, theta)',
  expected: 'proved',
});
