import { calculation, experiment } from 'fisher-rao';
import { secondEstimator } from './bounds.ts';
import { type Case, drawCase } from './setting.ts';

export const semidefinite = calculation({
  label: 'V-PSD',
  title: 'the information and the first estimator are positive semidefinite: two outcomes with weights p, 1 - p',
  symbols: { p: 'unit', s1: 'real', s2: 'real', t1: 'real', t2: 'real', u: 'real', v: 'real' },
  claim: '0 <= p*(u*s1 + v*s2)^2 + (1 - p)*(u*t1 + v*t2)^2',
  difference: 'p*(u*s1 + v*s2)^2 + (1 - p)*(u*t1 + v*t2)^2',
  expected: 'proved',
});

export const secondEstimatorIsIndefinite = experiment({
  label: 'V-PSD/second-estimator',
  title: 'with a hidden layer the second estimator is indefinite unless the mean of the statistics is exact',
  claim: 'its smallest eigenvalue is below -1e-4 at deviations of 0.1 to 1',
  expected: 'supported',
  relation: 'atMost',
  draw: (seed) => ({ given: drawCase(seed), deviation: [0.1 + (seed % 10) / 10, -0.3] }),
  cases: 12,
  evaluate: ({ given, deviation }) => ({ left: Math.min(...secondEstimator(given as Case, deviation)), right: -1e-4 }),
});
