/** N-15, N-16: on N(theta, 1) with L = theta^2/2 the natural gradient step is -eta theta, and KL is half its square. */
import { calculation, experiment } from 'fisher-rao';

/** The divergences of successive steps. */
function divergences(theta: number, eta: number, steps: number): number[] {
  const list: number[] = [];
  for (let k = 0, at = theta; k < steps; k++) {
    const next = at - eta * at;
    list.push((next - at) ** 2 / 2);
    at = next;
  }
  return list;
}

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
  symbols: { theta: 'positive', c: 'positive', r: 'positive' },
  // r is the length sqrt(2 c) of the step -sqrt(2 c/(g F^(-1) g)) F^(-1) g with g = theta, F = 1.
  assume: { radius: 'c = r^2/2' },
  claim: ['((theta - r*theta/theta) - theta)^2/2', { equals: 'c', by: ['radius'] }],
  expected: 'proved',
});

export const littleChange = experiment({
  label: 'N-16',
  title: 'natural gradient descent guarantees that the function does not change too much (as printed): a nat at most',
  claim: 'KL of a step <= 1',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ theta: 4, eta: 1 }],
  evaluate: ({ theta, eta }) => ({ left: divergences(theta, eta, 1)[0], right: 1 }),
});

export const changeOfOneStep = calculation({
  label: 'N-16/repaired',
  title: 'a step of size eta moves by KL = eta^2 g F^(-1) g/2, exactly for a normal mean',
  symbols: { theta: 'real', eta: 'positive', sigma: 'positive' },
  definitions: { g: 'theta', F: '1/sigma^2', step: '-eta*g/F' },
  claim: 'step^2/(2*sigma^2) = eta^2*g^2/(2*F)',
  expected: 'proved',
});
