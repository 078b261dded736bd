/** Sections 2.1 and 2.2: the normal family. */
import { calculation, experiment, normal } from 'fisher-rao';

const formula = '-(x - mu)^2/(2*sigma^2) - log(2*pi*sigma^2)/2';

export const normalDensity = calculation({
  label: 'T-2.1.4',
  title:
    'the normal density (2 pi sigma^2)^(-1/2) exp(-(x - mu)^2/(2 sigma^2)) is normalised: its log is that of the family',
  family: normal(),
  claim: `E(logdensity - (${formula})) = 0 = E(1) - 1`,
  expected: 'proved',
});

export const informationOfTheNormalFamily = calculation({
  label: 'T-2.1.5',
  title: 'its information is diag(1, 2)/sigma^2',
  family: normal(),
  claim: 'metric(mu, mu) = metric(sigma, sigma)/2 = 1/sigma^2 + metric(mu, sigma)',
  expected: 'proved',
});

export const informationInTheVariance = calculation({
  label: 'T-2.1.5/variance',
  title: 'in the coordinates (mu, v = sigma^2) it is diag(1/v, 1/(2 v^2))',
  family: normal(),
  symbols: { v: 'positive' },
  claim: 'at(metric(sigma, sigma), sigma, sqrt(v))*D(sqrt(v), v)^2 = 1/(2*v^2)',
  expected: 'proved',
});

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

export const offDiagonal = experiment({
  label: 'T-2.1.5b',
  title: 'off-diagonal entries measure the similarity of parameters (as printed): the same for equally similar ones',
  claim: 'I_12 = I_12 in the model N(a + b, s^2) for every s',
  expected: 'refuted',
  instances: [{ s: 1, t: 2 }],
  // The scores of a and b are equal, (x - a - b)/s^2, whatever s is.
  evaluate: ({ s, t }) => ({ left: 1 / s ** 2, right: 1 / t ** 2 }),
});

export const similarity = calculation({
  label: 'T-2.1.5b/repaired',
  title:
    'the similarity is I_12/sqrt(I_11 I_22), between -1 and 1 (Cauchy-Schwarz); in N(a + b, s^2) it is 1 for every s',
  symbols: { p: 'unit', a: 'real', b: 'real', s: 'real', t: 'real' },
  claim: '(p*a*s + (1 - p)*b*t)^2 <= (p*a^2 + (1 - p)*b^2)*(p*s^2 + (1 - p)*t^2)',
  difference: 'p*(1 - p)*(a*t - b*s)^2',
  expected: 'proved',
});

export const easierMean = calculation({
  label: 'T-2.1.5c',
  title: 'the smaller sigma, the easier the mean: the variance of the average is 1/(n I_11)',
  family: normal(),
  symbols: { n: 'positive' },
  claim: 'E((x - mu)^2)/n = 1/(n*metric(mu, mu))',
  expected: 'proved',
});

export const normalDensityAgain = calculation({
  label: 'T-2.2.2',
  title: 'the normal density once more',
  family: normal(),
  claim: `E(logdensity) = E(${formula})`,
  expected: 'proved',
});
