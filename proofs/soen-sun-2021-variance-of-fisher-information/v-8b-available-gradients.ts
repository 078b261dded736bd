import { calculation, experiment, normal } from 'fisher-rao';
import { total } from './lists.ts';

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

/** The mean over labels of N(w u, 1/2) at the input u. */
const mean = (text: string): string => `at(at(${text}, mu, w*u), sigma, 1/sqrt(2))`;

export const sampledGradients = calculation({
  label: 'V-8b/repaired',
  title:
    'it needs labels from the model: over those of N(w u, 1/2) the squared gradient of (w u - y)^2 has the information as its mean',
  family: normal(),
  symbols: { u: 'real', w: 'real' },
  claim: `${mean('E(D((w*u - x)^2, w)^2)')} = u^2*${mean('metric(mu, mu)')} = 2*u^2`,
  expected: 'proved',
});
