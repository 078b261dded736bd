import { calculation, experiment } from 'fisher-rao';
import { bernoulliDivergence, threeOutcomes } from './setting.ts';

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

export const gradientUnderTheFirstMeasure = calculation({
  ...threeOutcomes,
  label: 'A-A.12p/repaired',
  title: 'the second expectation is under the first parameter too',
  claim: 'D(KL, u) = -(f(t)*D(log(f(u)), u) + g(t)*D(log(g(u)), u) + (1 - f(t) - g(t))*D(log(1 - f(u) - g(u)), u))',
  expected: 'proved',
});
