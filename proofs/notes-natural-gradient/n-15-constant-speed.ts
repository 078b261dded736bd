import { calculation, experiment } from 'fisher-rao';
import { divergences } from './setting.ts';

export const constantSpeed = experiment({
  label: 'N-15',
  title: 'natural gradient descent moves at constant speed in the space of distributions (as printed)',
  claim: 'KL of each step = KL of the first step',
  expected: 'refuted',
  instances: [{ theta: 4, eta: 0.5, steps: 5 }],
  evaluate: ({ theta, eta, steps }) => {
    const moved = divergences(theta, eta, steps);
    return { left: moved, right: moved.map(() => moved[0]) };
  },
});

export const constantSpeedOfTheTrustRegion = calculation({
  label: 'N-15/repaired',
  title: 'with the step scaled to a fixed divergence c, every step of the normal model moves by c',
  symbols: { theta: 'real', c: 'real', r: 'real' },
  // r is the length sqrt(2 c) of the step -sqrt(2 c/(g F^(-1) g)) F^(-1) g with g = theta, F = 1.
  assume: { radius: 'c = r^2/2' },
  claim: ['((theta - r*theta/theta) - theta)^2/2', { equals: 'c', by: ['radius'] }],
  expected: 'proved',
});
