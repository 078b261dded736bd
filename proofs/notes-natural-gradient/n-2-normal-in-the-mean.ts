/** N-2: as a function of its mean the normal density is the normal density centred at x: they are symmetric in x and theta. */
import { calculation } from 'fisher-rao';
import { logNormal, normalNames } from './setting.ts';

export const normalInTheMean = calculation({
  label: 'N-2',
  title:
    'the likelihood of the mean of a normal distribution is a normal density of the mean, centred at the observation',
  symbols: { ...normalNames, u: 'real' },
  definitions: { l: logNormal },
  claim: 'at(at(at(l, x, u), theta, x), u, theta) = l',
  expected: 'proved',
});

/** With a vertex at the observation, where it is a parabola. */
export const parabola = calculation({
  label: 'N-2/parabola',
  title: 'the log-likelihood is a parabola in the mean with its vertex at the observation',
  symbols: { ...normalNames, d: 'real' },
  definitions: { l: logNormal },
  claim: 'at(l, theta, x + d) = at(l, theta, x) - d^2/(2*sigma^2)',
  expected: 'proved',
});
