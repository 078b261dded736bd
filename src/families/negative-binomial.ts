import type { Rational } from '../algebra/index.ts';
import { parseExpression } from '../calculus/index.ts';
import { checkDomain } from './domain.ts';
import type { Family } from './family.ts';

/**
 * The negative binomial family: the number x of failures before the r-th success of probability theta, r > 0 fixed and
 * not necessarily whole. Without a value, r stays symbolic.
 */
export function negativeBinomial(r?: Rational): Family {
  const successes = { name: 'r', domain: 'positive' } as const;
  if (r !== undefined) checkDomain(successes, r);
  return {
    name: 'negative-binomial',
    summary: 'negative binomial distribution: failures before the r-th success of probability theta, r fixed',
    coordinates: [{ name: 'theta', domain: 'unit' }],
    constants: [r === undefined ? successes : { ...successes, value: r }],
    conditions: [],
    sampleSpace: { kind: 'counts', variables: ['x'], first: 0 },
    logDensity: parseExpression('x*log(1 - theta) + r*log(theta) + lgamma(x + r) - lgamma(r) - lgamma(x + 1)'),
    normalised: true,
    statistics: [parseExpression('x')],
  };
}
