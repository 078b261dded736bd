import { bernoulli, calculation, normal } from 'fisher-rao';

/** The mean of a quantity of N(t^2, 1) at t = 0; l is the log-likelihood as a function of t. */
const atZero = (text: string): string => `at(at(at(E(${text}), sigma, 1), mu, t^2), t, 0)`;

export const zeroOrInfinite = calculation({
  label: 'V-1z',
  title:
    'the information may vanish: of N(t^2, 1) at t = 0; the second estimator is not zero there, its mean square is 4',
  family: normal(),
  symbols: { t: 'real' },
  definitions: { l: 'at(at(logdensity, sigma, 1), mu, t^2)' },
  claim: `${atZero('D(l, t)^2')} = 0 = ${atZero('D(D(l, t), t)^2')} - 4`,
  expected: 'proved',
});

export const unboundedInformation = calculation({
  label: 'V-1z/infinite',
  title: 'or grow without bound: for a coin it is more than 1/p',
  family: bernoulli(),
  claim: '1/theta <= E(D(logdensity, theta)^2)',
  difference: '1/(1 - theta)',
  expected: 'proved',
});
