import { calculation, experiment, normal } from 'fisher-rao';

export const metricIsInformation = experiment({
  label: 'T-2.2.12',
  title: 'the metric is E[d_i l, d_j l] (as printed, a pair, not a product): with the entries of the pair added',
  claim: 'E[d_i l + d_j l] = E[d_i l d_j l] for a coin',
  expected: 'refuted',
  instances: [{ theta: 0.3 }],
  evaluate: ({ theta }) => {
    const scores = [1 / theta, -1 / (1 - theta)];
    const mean = (f: (s: number) => number): number => theta * f(scores[0]) + (1 - theta) * f(scores[1]);
    return { left: mean((s) => s + s), right: mean((s) => s * s) };
  },
});

export const metricIsMeanProduct = calculation({
  label: 'T-2.2.12/repaired',
  title: 'it is the mean of the product',
  family: normal(),
  claim: 'metric(mu, sigma) = E(D(logdensity, mu)*D(logdensity, sigma))',
  expected: 'proved',
});
