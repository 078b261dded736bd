import { calculation, normal } from 'fisher-rao';

export const easierMean = calculation({
  label: 'T-2.1.5c',
  title: 'the smaller sigma, the easier the mean: the variance of the average is 1/(n I_11)',
  family: normal(),
  symbols: { n: 'real' },
  claim: 'E((x - mu)^2)/n = 1/(n*metric(mu, mu))',
  expected: 'proved',
});
