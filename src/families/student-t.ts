import type { Rational } from '../algebra/index.ts';
import { parseExpression } from '../calculus/index.ts';
import { checkDomain } from './domain.ts';
import type { Family } from './family.ts';
import { studentPivot } from './pivot.ts';

/**
 * Student's t family with location mu, scale sigma and nu degrees of freedom, a constant: symbolic unless given
 * [Johnson, Kotz, Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 28]. (x - mu)/sigma is standard.
 * Throws {@link InputError} unless nu is positive.
 */
export function studentT(nu?: Rational): Family {
  if (nu !== undefined) checkDomain({ name: 'nu', domain: 'positive' }, nu);
  return {
    name: 'student-t',
    summary: 'Student t distribution with location mu and scale sigma, nu degrees of freedom fixed',
    coordinates: [
      { name: 'mu', domain: 'real' },
      { name: 'sigma', domain: 'positive' },
    ],
    constants: [nu === undefined ? { name: 'nu', domain: 'positive' } : { name: 'nu', domain: 'positive', value: nu }],
    conditions: [],
    sampleSpace: { kind: 'line', variables: ['x'] },
    logDensity: parseExpression(
      'lgamma((nu + 1)/2) - lgamma(nu/2) - log(nu*pi)/2 - log(sigma) - (nu + 1)/2*log(1 + (x - mu)^2/(nu*sigma^2))',
    ),
    normalised: true,
    pivot: studentPivot('nu', { x: 'mu + sign*sigma*pivot' }),
  };
}
