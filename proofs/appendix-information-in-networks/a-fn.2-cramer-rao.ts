/** A-fn.2: the precision of an unbiased estimator is at most the information. */
import { bernoulli, calculation, normal } from 'fisher-rao';

export const cramerRao = calculation({
  label: 'A-fn.2',
  title:
    'an estimator T of a coin with E T = theta has variance at least 1/F = theta (1 - theta): any T is x here, with equality',
  family: bernoulli(),
  claim: 'E((x - theta)^2) = 1/metric(theta, theta)',
  expected: 'proved',
});

export const cauchySchwarz = calculation({
  label: 'A-fn.2/cauchy-schwarz',
  title: 'the step behind it, E[T s]^2 <= E[T^2] E[s^2]; two outcomes of any probabilities',
  symbols: { p: 'unit', a: 'real', b: 'real', s: 'real', t: 'real' },
  claim: '(p*a*s + (1 - p)*b*t)^2 <= (p*a^2 + (1 - p)*b^2)*(p*s^2 + (1 - p)*t^2)',
  difference: 'p*(1 - p)*(a*t - b*s)^2',
  expected: 'proved',
});

export const normalMean = calculation({
  label: 'A-fn.2/normal',
  title: 'and for the mean of n normal observations',
  family: normal(),
  symbols: { n: 'real' },
  claim: 'E((x - mu)^2)/n = 1/(n*metric(mu, mu))',
  expected: 'proved',
});
