/** N-5: the score s = (x - theta)/sigma^2 of a normal mean has the normal density of mean 0 and variance 1/sigma^2. */
import { calculation } from 'fisher-rao';
import { logNormal, normalNames } from './setting.ts';

export const scoreOfANormalMean = calculation({
  label: 'N-5',
  title: 'the score of a normal mean is normal, with variance 1/sigma^2',
  symbols: { ...normalNames, s: 'real', tau: 'real' },
  // x = theta + sigma^2 s, so the density of s is that of x times dx/ds = sigma^2.
  definitions: {
    l: logNormal,
    ofTheScore: 'at(l, x, theta + sigma^2*s) + log(sigma^2)',
    centredNormal: '-s^2/(2*tau^2) - log(tau) - log(2*pi)/2',
  },
  claim: 'ofTheScore = at(centredNormal, tau, 1/sigma)',
  expected: 'proved',
});
