import { calculation, experiment } from 'fisher-rao';
import { dot, jacobianByDifferences } from '../networks.ts';
import { kernelMatrix, scalar } from './gradient-flow.ts';

export const kernel = experiment({
  label: 'T-3.2.3',
  title:
    'a kernel is K(x_i, x_i) = phi(x_i).phi(x_i) (as printed, one argument twice): that of a network with itself at two inputs',
  claim: 'Lambda_ij = |grad f(x_i)|^2 for all i and j',
  expected: 'refuted',
  instances: [{ seed: 1 }],
  evaluate: async ({ seed }) => {
    const setting = scalar(seed);
    const jacobian = await jacobianByDifferences(setting);
    return {
      left: (await kernelMatrix(setting)).flat(),
      right: jacobian.flatMap((row) => jacobian.map(() => dot(row, row))),
    };
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
