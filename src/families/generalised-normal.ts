import { type Rational, rational, rationals, rationalToNumber } from '../algebra/index.ts';
import { parseExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Family } from './family.ts';
import { gammaPivot } from './pivot.ts';

/**
 * The generalised normal family with mean mu and scale alpha, density p exp(-(|x - mu|/alpha)^p)/(2 alpha Gamma(1/p))
 * [Nadarajah 2005, J. Appl. Stat. 32]; (|x - mu|/alpha)^p is Gamma(1/p). The shape p is a constant: symbolic unless given,
 * and then taken to exceed 1, which makes the family regular. A value may be as small as 1/2, where the second moment of
 * the score ceases to exist; p = 1 is the Laplace family, p = 2 the normal one. Throws {@link InputError} for p <= 1/2.
 */
export function generalisedNormal(p?: Rational): Family {
  const isAbove = (bound: Rational): boolean => p === undefined || rationals.subtract(p, bound).numerator > 0;
  if (p !== undefined && !isAbove(rational(1, 2))) {
    throw new InputError(
      `p must exceed 1/2 for the score of a generalised normal family to have a second moment, got ${rationalToNumber(p)}`,
    );
  }
  return {
    name: 'generalised-normal',
    summary: 'generalised normal distribution with mean mu and scale alpha, shape p fixed',
    coordinates: [
      { name: 'mu', domain: 'real' },
      { name: 'alpha', domain: 'positive' },
    ],
    constants: [
      p === undefined
        ? { name: 'p', domain: 'positive', above: rational(1) }
        : { name: 'p', domain: 'positive', value: p },
    ],
    conditions: [],
    sampleSpace: { kind: 'cut-line', variables: ['x', 'sign'], cut: parseExpression('mu') },
    logDensity: parseExpression('log(p) - log(2*alpha) - lgamma(1/p) - exp(p*(log(sign*(x - mu)) - log(alpha)))'),
    normalised: true,
    pivot: gammaPivot('1/p', { x: 'mu + sign*alpha*pivot^(1/p)' }, 'sign'),
    ...(isAbove(rational(1))
      ? {}
      : { nonRegular: 'for p <= 1 the density is not smooth at x = mu, which the second derivatives at fixed x miss' }),
  };
}
