import { calculation } from 'fisher-rao';

export const naturalGradientStep = calculation({
  label: 'G-8',
  title: "to first order a step t - lambda F^(-1) L'(t) lowers L by lambda L'(t)^2/F",
  symbols: { t: 'real', F: 'real', lambda: 'real' },
  functions: ['L'],
  claim: 'at(D(L(t - lambda*D(L(t), t)/F), lambda), lambda, 0) = -D(L(t), t)^2/F',
  expected: 'proved',
});
