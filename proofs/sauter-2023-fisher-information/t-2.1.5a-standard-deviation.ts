import { calculation, experiment, normal } from 'fisher-rao';

export const standardDeviation = experiment({
  label: 'T-2.1.5a',
  title: 'sigma is the variance (as printed)',
  claim: 'E[(x - mu)^2] = sigma for the normal distribution',
  expected: 'refuted',
  tolerance: 1e-6,
  instances: [{ sigma: 2 }],
  evaluate: ({ sigma }) => {
    let second = 0;
    for (let z = -12; z <= 12; z += 1e-3) {
      second += (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * (sigma * z) ** 2 * 1e-3;
    }
    return { left: second, right: sigma };
  },
});

export const variance = calculation({
  label: 'T-2.1.5a/repaired',
  title: 'sigma^2 is',
  family: normal(),
  claim: 'E((x - mu)^2) = sigma^2',
  expected: 'proved',
});
