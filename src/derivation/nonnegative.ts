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
    case 'power': {
      const exponent = constantValue(e.exponent);
      const isEven = exponent !== null && exponent.denominator === 1 && Number(exponent.numerator) % 2 === 0;
      return isEven || nonnegative(e.base);
    }
    case 'call':
      return e.name === 'exp' || e.name === 'sqrt';
    case 'unknown':
      if (e.orders.some((order) => order > 0) || e.arguments.length !== 1) return false;
      return (e.name === 'E' || e.name === 'gap') && nonnegative(e.arguments[0]);
    default:
      return false;
  }
}

function isPositive(name: string, domain: Domain | undefined): boolean {
  return domain === undefined ? isNumberPi(name) : domain !== 'real';
}

/** 1 - u with u in the unit interval. */
function isOneMinusUnit(terms: readonly Expression[], domainOf: DomainOf): boolean {
  if (terms.length !== 2) return false;
  const [one, minus] = terms;
  const value = constantValue(one);
  const isOne = value !== null && value.numerator === 1 && value.denominator === 1;
  return isOne && minus.kind === 'negate' && minus.of.kind === 'symbol' && domainOf(minus.of.name) === 'unit';
}
