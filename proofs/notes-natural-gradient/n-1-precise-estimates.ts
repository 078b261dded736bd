/** N-1: the variance of the mean of n observations of a normal distribution is the bound 1/(n F). */
import { calculation, normal } from 'fisher-rao';

export const preciseEstimates = calculation({
  label: 'N-1',
  title:
    'a sharply peaked likelihood makes inference easy: for the mean of n normal observations the variance is 1/(n F)',
  family: normal(),
  symbols: { n: 'real' },
  // The variance of the average of n independent observations is that of one of them, divided by n.
  definitions: { varianceOfTheMean: 'E((x - mu)^2)/n' },
  claim: 'varianceOfTheMean = sigma^2/n = 1/(n*metric(mu, mu))',
  expected: 'proved',
});
