import { type Rational, rational, rationals, rationalToNumber } from '../algebra/index.ts';
import {
  type Expression,
  evaluateExpression,
  printExpression,
  rationalNumbers,
  realNumbers,
} from '../calculus/index.ts';
import { DomainError, InputError, UnsupportedError } from '../errors.ts';
import type { Coordinate, Domain, Family } from './family.ts';

/** A point of a family: an exact value for every coordinate. */
export type Point = Readonly<Record<string, Rational>>;

const descriptions: { readonly [D in Domain]: string } = {
  real: 'a real number',
  positive: 'positive',
  unit: 'between 0 and 1',
  natural: 'one of 1, 2, 3, ...',
};

/** The domain of a family in words: each coordinate with its own, as `mu real, sigma positive`, then its conditions. */
export function domainText({ coordinates, conditions }: Family): string {
  return [
    ...coordinates.map(({ name, domain }) => `${name} ${domain}`),
    ...conditions.map((condition) => `${printExpression(condition)} > 0`),
  ].join(', ');
}

function isPositive(value: Rational): boolean {
  return value.numerator > 0;
}

function contains(domain: Domain, value: Rational): boolean {
  switch (domain) {
    case 'real':
      return true;
    case 'positive':
      return isPositive(value);
    case 'unit':
      return isPositive(value) && isPositive(rationals.subtract(rational(1), value));
    case 'natural':
      return isPositive(value) && value.denominator === 1;
  }
}

/** Throws {@link InputError} that names the condition where a value lies outside the domain of its name. */
export function checkDomain({ name, domain }: Coordinate, value: Rational): void {
  if (!contains(domain, value)) {
    throw new InputError(`${name} must be ${descriptions[domain]}, got ${rationalToNumber(value)}`);
  }
}

/**
 * Checks that the point gives every coordinate of the family, and nothing else, a value inside the domain. Throws
 * {@link InputError} with the condition that fails.
 */
export function checkPoint(family: Family, point: Point): void {
  const names = family.coordinates.map(({ name }) => name);
  const given = Object.keys(point);
  const missing = names.filter((name) => !given.includes(name));
  const unknown = given.filter((name) => !names.includes(name));
  if (missing.length > 0 || unknown.length > 0) {
    const problem = missing.length > 0 ? `no value for ${missing.join(', ')}` : `unknown ${unknown.join(', ')}`;
    throw new InputError(`${problem}: the coordinates of ${family.name} are ${names.join(', ')}`);
  }
  for (const coordinate of family.coordinates) checkDomain(coordinate, point[coordinate.name]);
  for (const condition of family.conditions) checkCondition(family, condition, point);
}

function checkCondition(family: Family, condition: Expression, point: Point): void {
  const value = conditionValue(family, condition, point);
  if (value > 0) return;
  const where = Object.entries(point).map(([name, v]) => `${name}=${rationalToNumber(v)}`);
  throw new InputError(
    `${where.join(', ')} is outside the domain of ${family.name}: ${printExpression(condition)} must be positive, got ${value}`,
  );
}

/** Exact where the condition is rational, so that 1 - 0.7 - 0.2 - 0.1 is 0; in floating point where it is not. */
function conditionValue(family: Family, condition: Expression, point: Point): number {
  const exact = (name: string): Rational => meaningOf(family, name, point);
  try {
    return rationalToNumber(evaluateExpression(rationalNumbers, condition, exact));
  } catch (error) {
    if (!(error instanceof UnsupportedError)) throw error;
    return evaluateExpression(realNumbers, condition, (name) => rationalToNumber(exact(name)));
  }
}

function meaningOf(family: Family, name: string, point: Point): Rational {
  const value = point[name] ?? family.constants.find((constant) => constant.name === name)?.value;
  if (value !== undefined) return value;
  throw new DomainError(`the condition of ${family.name} needs a value for the constant ${name}`);
}
