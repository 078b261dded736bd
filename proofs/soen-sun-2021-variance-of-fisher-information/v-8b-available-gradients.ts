import { calculation, experiment } from 'fisher-rao';
import { total } from './setting.ts';

export const availableGradients = experiment({
  label: 'V-8b',
  title: 'the gradients of training serve for the first estimator (as printed): (w x - y)^2 at the labels of the data',
  claim: 'the mean of squared gradients at the data = the information of N(w x, 1/2)',
  expected: 'refuted',
  instances: [
    {
      data: [
        [1, 1],
        [2, 0],
      ],
      w: 1,
    },
  ],
  evaluate: ({ data, w }) => ({
    left: total(data.map(([x, y]) => (2 * x * (w * x - y)) ** 2)) / data.length,
    right: total(data.map(([x]) => 2 * x ** 2)) / data.length,
  }),
});

export const sampledGradients = calculation({
  label: 'V-8b/repaired',
  title: 'it needs labels from the model: there the mean of the squared gradient 2 x (w x - y) is 4 x^2 Var(y) = 2 x^2',
  symbols: { x: 'real', v: 'positive' },
  assume: { width: 'v = 1/2' },
  claim: ['4*x^2*v', { equals: '2*x^2', by: ['width'] }],
  expected: 'proved',
});
