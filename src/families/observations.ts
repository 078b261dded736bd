import { type Rational, rationalToNumber } from '../algebra/index.ts';
import type { Expression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Family } from './family.ts';
import { symbol } from './symmetric-matrix.ts';

/**
 * The family of `count` independent observations from a family: a number 1, 2, 3, ... or the name of a constant. Its
 * log-density is the sum over the observations, so that cumulants of its score are `count` times those of one observation.
 * Throws {@link InputError} for a number or name that will not do.
 */
export function observations(family: Family, count: Rational | string): Family {
  const { coordinates, constants, sampleSpace } = family;
  if (typeof count === 'string') {
    const taken = [...coordinates, ...constants].map(({ name }) => name).concat(sampleSpace.variables, 'pi');
    if (!/^[A-Za-z]\w*$/.test(count) || taken.includes(count)) {
      throw new InputError(`the number of observations is a whole number or a name not in use here, got '${count}'`);
    }
  } else if (count.denominator !== 1 || count.numerator < 1) {
    throw new InputError(`the number of observations is 1, 2, 3, ..., got ${rationalToNumber(count)}`);
  }
  const number: Expression = typeof count === 'string' ? symbol(count) : { kind: 'number', value: count };
  const shown = typeof count === 'string' ? count : `${count.numerator}`;
  return {
    name: family.name,
    summary: `${family.summary}; ${shown} independent observations`,
    coordinates,
    constants: typeof count === 'string' ? [...constants, { name: count, domain: 'natural' }] : constants,
    conditions: family.conditions,
    sampleSpace: {
      kind: 'macroscopic',
      variables: sampleSpace.variables,
      description: `${shown} independent observations`,
    },
    logDensity: { kind: 'multiply', factors: [number, family.logDensity] },
    normalised: family.normalised,
    ...(family.nonRegular === undefined ? {} : { nonRegular: family.nonRegular }),
    ...(family.interior === undefined ? {} : { interior: family.interior }),
    observations: { family, count: number },
  };
}
