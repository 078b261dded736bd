import { calculation } from 'fisher-rao';

const descent = { symbols: { t: 'real', u: 'real', v: 'real', eta: 'real' }, functions: ['L'] } as const;

export const gradientDescent = calculation({
  ...descent,
  label: 'T-1.3.6',
  title: 'a small step of gradient descent lowers the loss by eta times the squared gradient',
  claim: 'at(D(L(t - eta*D(L(t), t)), eta), eta, 0) = -D(L(t), t)^2',
  expected: 'proved',
});
