import { by, equation, experiment, start, statement, term } from 'fisher-rao';
import { besideAFixedLawOnce, divergence, minusMeanScore, r } from '../divergence.ts';
import { bernoulliDivergence, i, p, x } from './setting.ts';

export const gradientUnderTheWrongMeasure = experiment({
  label: 'A-A.12p',
  title: 'the gradient of KL is that of the entropies under each parameter (as printed)',
  claim: 'd KL(theta | t) / dt = -d/dt E_t[log q_t], for coins',
  expected: 'refuted',
  tolerance: 1e-6,
  instances: [{ theta: 0.3, t: 0.6 }],
  evaluate: ({ theta, t }) => {
    const h = 1e-5;
    const meanLog = (s: number): number => s * Math.log(s) + (1 - s) * Math.log(1 - s);
    const slope = (f: (s: number) => number): number => (f(t + h) - f(t - h)) / (2 * h);
    return { left: slope((s) => bernoulliDivergence(theta, s)), right: -slope(meanLog) };
  },
});

export const gradientUnderTheFirstMeasure = statement({
  label: 'A-A.12p/repaired',
  title: 'the second expectation is under the first parameter too: d_i KL(r | p) = -sum r d_i log p',
  given: besideAFixedLawOnce,
  claim: equation(term.derivative(i, divergence), minusMeanScore(i)),
  expected: 'proved',
  proof: () =>
    start(term.derivative(i, divergence))
      .equals(
        term.sum(x, term.derivative(i, term.multiply(r(x), term.subtract(term.log(r(x)), term.log(p(x)))))),
        by.derivativeOfSum,
      )
      .equals(minusMeanScore(i), by.differentiation, by.logarithmicDerivative, by.linearity),
});
