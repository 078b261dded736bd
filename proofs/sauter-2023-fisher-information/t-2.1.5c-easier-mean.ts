import { calculation, diagonalMultivariateNormal, normal } from 'fisher-rao';

export const easierMean = calculation({
  label: 'T-2.1.5c',
  title:
    'the smaller sigma, the easier the mean: the average of n observations, whose variance is that of one over n (A.1.2/variance-of-a-sum), has the variance 1/(n I_11)',
  family: normal(),
  symbols: { n: 'real' },
  claim: 'E((x - mu)^2)/n = sigma^2/n = 1/(n*metric(mu, mu))',
  expected: 'proved',
});

const alike = (text: string): string => `at(at(at(${text}, sigma2, sigma1), sigma3, sigma1), sigma4, sigma1)`;

export const meanOfFour = calculation({
  label: 'T-2.1.5c/four',
  title:
    'the average of four observations of equal width attains the Cramer-Rao bound for their common mean, about which they carry the sum of their informations',
  family: diagonalMultivariateNormal(4),
  definitions: {
    variance: 'E(((x1 + x2 + x3 + x4)/4 - (mu1 + mu2 + mu3 + mu4)/4)^2)',
    information: 'metric(mu1, mu1) + metric(mu2, mu2) + metric(mu3, mu3) + metric(mu4, mu4)',
  },
  claim: `${alike('variance')} = 1/${alike('(information)')} = sigma1^2/4`,
  expected: 'proved',
});
