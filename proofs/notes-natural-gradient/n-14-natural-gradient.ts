import { calculation, experiment } from 'fisher-rao';
import { plane } from './setting.ts';

export const naturalGradient = calculation({
  ...plane,
  label: 'N-14',
  title: 'there the gradient of the loss is -lambda times that of the divergence: the step is stationary',
  claim: 'u + lambda*(a*(-n1/lambda) + b*(-n2/lambda)) = 0',
  expected: 'proved',
});

/** The same by search over the ellipse, F = diag(1, 4), g = (1, 1), c = 0.01 first, then random ones. */
export const naturalGradientBySearch = experiment({
  label: 'N-14/search',
  title: 'no other step of the same divergence lowers the linear loss more',
  claim: 'min of g.d over d F d/2 = c is at d = -sqrt(2 c/(g F^(-1) g)) F^(-1) g',
  expected: 'supported',
  tolerance: 1e-6,
  instances: [{ f: [1, 4], g: [1, 1], c: 0.01 }],
  draw: (seed) => ({
    f: [1 + (seed % 3), 0.5 + (seed % 5)],
    g: [seed - 10, 7 - (seed % 13)],
    c: 0.01 * (1 + (seed % 4)),
  }),
  evaluate: ({ f: [f1, f2], g: [g1, g2], c }) => {
    const scale = Math.sqrt((2 * c) / (g1 ** 2 / f1 + g2 ** 2 / f2));
    const steps = 200_000;
    let best = { value: Number.POSITIVE_INFINITY, d: [0, 0] };
    for (let k = 0; k < steps; k++) {
      const angle = (2 * Math.PI * k) / steps;
      const d = [Math.sqrt((2 * c) / f1) * Math.cos(angle), Math.sqrt((2 * c) / f2) * Math.sin(angle)];
      const value = g1 * d[0] + g2 * d[1];
      if (value < best.value) best = { value, d };
    }
    return { left: [best.value], right: [-scale * (g1 ** 2 / f1 + g2 ** 2 / f2)] };
  },
});
