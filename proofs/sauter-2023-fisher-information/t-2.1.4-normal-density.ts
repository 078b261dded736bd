import { calculation, experiment, normal } from 'fisher-rao';
import { noise } from '../networks.ts';
import { integral } from '../numbers.ts';
import { formula } from './normal-family.ts';

export const normalDensity = calculation({
  label: 'T-2.1.4',
  title:
    'the normal density is (2 pi sigma^2)^(-1/2) exp(-(x - mu)^2/(2 sigma^2)): its logarithm differs from that of the family by 0 in mean square',
  family: normal(),
  claim: `E((logdensity - (${formula}))^2) = 0`,
  expected: 'proved',
});

export const normalDensityIsNormalised = experiment({
  label: 'T-2.1.4/normalisation',
  title: 'its integral is one, its mean mu and its variance sigma^2, by quadrature',
  claim: 'the integrals of N(x | mu, sigma) times 1, x, (x - mu)^2 are 1, mu, sigma^2',
  expected: 'supported',
  draw: (seed) => ({ mu: 2 * noise(seed, 0), sigma: 0.2 + (seed % 7) / 3 }),
  evaluate: ({ mu, sigma }) => {
    const density = (x: number): number =>
      Math.exp(-((x - mu) ** 2) / (2 * sigma ** 2)) / Math.sqrt(2 * Math.PI * sigma ** 2);
    const of = (f: (x: number) => number): number =>
      integral((x) => f(x) * density(x), mu - 12 * sigma, mu + 12 * sigma);
    return { left: [of(() => 1), of((x) => x), of((x) => (x - mu) ** 2)], right: [1, mu, sigma ** 2] };
  },
});
