import { calculation, experiment } from 'fisher-rao';

export const kernel = experiment({
  label: 'T-3.2.3',
  title:
    'a kernel is K(x_i, x_i) = phi(x_i).phi(x_i) (as printed, one argument twice): it gives the products of different points',
  claim: 'phi(x_i).phi(x_j) = phi(x_i).phi(x_i)',
  expected: 'refuted',
  instances: [{ first: [1, 2], second: [3, -1] }],
  evaluate: ({ first, second }) => {
    const dot = (u: readonly number[], v: readonly number[]): number =>
      u.reduce((sum, value, k) => sum + value * v[k], 0);
    return { left: dot(first, second), right: dot(first, first) };
  },
});

export const kernelOfTwoPoints = calculation({
  label: 'T-3.2.3/repaired',
  title: 'it is K(x_i, x_j) = phi(x_i).phi(x_j), symmetric with a nonnegative quadratic form',
  symbols: { p1: 'real', p2: 'real', q1: 'real', q2: 'real', c: 'real', d: 'real' },
  claim: '0 <= c^2*(p1^2 + p2^2) + 2*c*d*(p1*q1 + p2*q2) + d^2*(q1^2 + q2^2)',
  difference: '(c*p1 + d*q1)^2 + (c*p2 + d*q2)^2',
  expected: 'proved',
});
