import { calculation, experiment } from 'fisher-rao';
import { flow } from './gradient-flow.ts';

/** Descent on L = 3/2 theta^2 from 1 up to time 1, in steps of eta. */
const descended = (eta: number): number => (1 - 3 * eta) ** Math.round(1 / eta);

export const gradientFlow = experiment({
  label: 'T-3.1.5',
  title: 'gradient descent approximates the flow to first order in eta',
  claim: 'the errors at eta = 0.1, 0.05, 0.025, 0.0125 are 2.15e-2, 1.10e-2, 5.56e-3, 2.79e-3',
  expected: 'supported',
  tolerance: 1e-4,
  certain: 1e-3,
  instances: [{ etas: [0.1, 0.05, 0.025, 0.0125], errors: [2.15e-2, 1.1e-2, 5.56e-3, 2.79e-3] }],
  evaluate: ({ etas, errors }) => ({ left: etas.map((eta) => Math.abs(descended(eta) - Math.exp(-3))), right: errors }),
});

export const decreaseAlongTheFlow = calculation({
  ...flow,
  label: 'T-3.1.5/decrease',
  title: 'along the flow the loss falls by the squared gradient',
  // theta = f(t) with f' = -L'(f).
  assume: { flow: 'D(f(t), t) = -at(D(L(theta), theta), theta, f(t))' },
  claim: ['D(L(f(t)), t)', { equals: '-at(D(L(theta), theta), theta, f(t))^2', by: ['flow'] }],
  expected: 'proved',
});
