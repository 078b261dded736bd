import { rationals } from '../algebra/index.ts';
import { constantValue, type Expression, isNumberPi } from '../calculus/index.ts';
import type { Domain } from '../families/index.ts';

/** What is known of names: their domains; `undefined` for one of which nothing is known. */
export type DomainOf = (name: string) => Domain | undefined;

/**
 * An expression that is seen to be >= 0 from how it is written, wherever it is defined: sums, products and quotients of
 * such, even powers, exponentials, roots, names of positive domain, 1 - u for u in the unit interval, expectations of
 * such, and gap(u) = u - 1 - log(u) for u > 0. What is not seen may still be true.
 */
export function isManifestlyNonnegative(e: Expression, domainOf: DomainOf): boolean {
  const nonnegative = (part: Expression): boolean => isManifestlyNonnegative(part, domainOf);
  const constant = constantValue(e);
  if (constant !== null) return constant.numerator >= 0;
  switch (e.kind) {
    case 'number':
      return e.value.numerator >= 0;
    case 'symbol':
      return isPositive(e.name, domainOf(e.name));
    case 'add':
      return isOneMinusUnit(e.terms, domainOf) || e.terms.every(nonnegative);
    case 'multiply':
      return e.factors.every(nonnegative);
    case 'divide':
      return nonnegative(e.numerator) && nonnegative(e.denominator);
    case 'power':
      return isEven(e.exponent) || nonnegative(e.base);
    case 'call':
      return e.name === 'exp' || e.name === 'sqrt';
    case 'unknown':
      if (e.orders.some((order) => order > 0) || e.arguments.length !== 1) return false;
      return (e.name === 'E' || e.name === 'gap') && nonnegative(e.arguments[0]);
    default:
      return false;
  }
}

/**
 * An expression that is seen to be > 0 from how it is written, wherever it is defined: as for
 * {@link isManifestlyNonnegative}, but of a sum one term must be so, and of products, quotients and powers every part.
 */
export function isManifestlyPositive(e: Expression, domainOf: DomainOf): boolean {
  const positive = (part: Expression): boolean => isManifestlyPositive(part, domainOf);
  const constant = constantValue(e);
  if (constant !== null) return constant.numerator > 0;
  switch (e.kind) {
    case 'symbol':
      return isPositive(e.name, domainOf(e.name));
    case 'add':
      if (isOneMinusUnit(e.terms, domainOf)) return true;
      return e.terms.some(positive) && e.terms.every((part) => isManifestlyNonnegative(part, domainOf));
    case 'multiply':
      return e.factors.every(positive);
    case 'divide':
      return positive(e.numerator) && positive(e.denominator);
    case 'power':
      return positive(e.base) || (isEven(e.exponent) && isManifestlyNonzero(e.base, domainOf));
    case 'call':
      return e.name === 'exp' || (e.name === 'sqrt' && positive(e.argument));
    case 'unknown':
      return e.name === 'E' && e.arguments.length === 1 && e.orders[0] === 0 && positive(e.arguments[0]);
    default:
      return false;
  }
}

/** An expression that is seen to be other than 0: positive, or made of such by signs, products, quotients and powers. */
export function isManifestlyNonzero(e: Expression, domainOf: DomainOf): boolean {
  const nonzero = (part: Expression): boolean => isManifestlyNonzero(part, domainOf);
  const constant = constantValue(e);
  if (constant !== null) return !rationals.isZero(constant);
  switch (e.kind) {
    case 'negate':
      return nonzero(e.of);
    case 'multiply':
      return e.factors.every(nonzero);
    case 'divide':
      return nonzero(e.numerator) && nonzero(e.denominator);
    case 'power':
      return nonzero(e.base);
    case 'add': // -u - v
      return [e.terms, e.terms.map(opposite)].some((terms) => isManifestlyPositive({ kind: 'add', terms }, domainOf));
    default:
      return isManifestlyPositive(e, domainOf);
  }
}

function opposite(e: Expression): Expression {
  if (e.kind === 'negate') return e.of;
  return e.kind === 'number' ? { kind: 'number', value: rationals.negate(e.value) } : { kind: 'negate', of: e };
}

/** Whether an exponent is an even number. */
function isEven(exponent: Expression): boolean {
  const value = constantValue(exponent);
  return value !== null && value.denominator === 1 && BigInt(value.numerator) % 2n === 0n;
}

function isPositive(name: string, domain: Domain | undefined): boolean {
  return domain === undefined ? isNumberPi(name) : domain !== 'real';
}

/** 1 - u with u in the unit interval. */
function isOneMinusUnit(terms: readonly Expression[], domainOf: DomainOf): boolean {
  if (terms.length !== 2) return false;
  return [terms, [...terms].reverse()].some(([one, minus]) => {
    const value = constantValue(one);
    const isOne = value !== null && value.numerator === 1 && value.denominator === 1;
    return isOne && minus.kind === 'negate' && minus.of.kind === 'symbol' && domainOf(minus.of.name) === 'unit';
  });
}
