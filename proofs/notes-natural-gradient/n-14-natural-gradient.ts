import { by, equation, experiment, start, statement, term } from 'fisher-rao';
import { applied, F, gradient, k, m, multiplier, naturalGradientExists, solves, step } from './natural-gradient.ts';

const { add, multiply, subtract, sum } = term;

const slope = add(gradient(k), multiply(multiplier, sum(m, multiply(F(k, m), step(m)))));

export const naturalGradient = statement({
  label: 'N-14',
  title:
    'at the step -N/λ along the natural gradient, F N = g, the gradient of the loss is -λ times that of the divergence: the step is stationary under the constraint; any dimension',
  given: naturalGradientExists,
  claim: equation(slope, 0),
  expected: 'proved',
  proof: () =>
    start(slope)
      .equals(subtract(gradient(k), applied(k)), by.rearrangement)
      .equals(0, by.assumption(solves)),
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
