import { experiment } from 'fisher-rao';
import { alongTheFlow, kernelVelocity, start } from './gradient-flow.ts';

export const scalarDynamics = experiment({
  label: 'T-3.2.2',
  title: 'a scalar output moves by -sum_j Lambda_ij dL/df(x_j)',
  claim: 'the velocity along the flow = -Lambda dL/df, at three inputs',
  expected: 'supported',
  tolerance: 1e-7,
  instances: [start],
  draw: (seed) => ({ w: [0.3, -0.7, 1.1, 0.5].map((value, k) => value + Math.sin(seed * (k + 1))) }),
  evaluate: ({ w }) => ({ left: alongTheFlow(w), right: kernelVelocity(w) }),
});
