import type { Integer } from './integer.ts';

/**
 * A commutative ring with one: a record of operations on elements that are plain immutable data. Exact rings decide
 * equality; see {@link ExactRing}.
 */
export interface Ring<E> {
  readonly zero: E;
  readonly one: E;
  fromInteger(value: Integer): E;
  add(a: E, b: E): E;
  subtract(a: E, b: E): E;
  negate(a: E): E;
  multiply(a: E, b: E): E;
  /** The sum of a list: one operation, since many rings add a list faster than pair by pair. */
  sum(terms: readonly E[]): E;
  /** The sum of a b over pairs [a, b], in rings that do it faster than by products and a sum: {@link sumOfProducts} uses it. */
  sumOfProducts?(pairs: readonly (readonly [E, E])[]): E;
  /** Certainly zero: a product with it may be skipped. Exact rings decide it; approximate ones answer for the exact zero only. */
  isZero(a: E): boolean;
}

/** A field: a ring whose elements other than zero have inverses. */
export interface Field<E> extends Ring<E> {
  /** a / b. Throws {@link DomainError} where b is not invertible. */
  divide(a: E, b: E): E;
  /** How good a pivot the element is in elimination: 0 is useless, larger is better. */
  pivotQuality(a: E): number;
}

/** Structures in which equality is decided, not approximated. */
export interface ExactRing<E> extends Ring<E> {
  equals(a: E, b: E): boolean;
}

/** The sum of a b over pairs [a, b], in the way that the ring does best. */
export function sumOfProducts<E>(ring: Ring<E>, pairs: readonly (readonly [E, E])[]): E {
  return ring.sumOfProducts?.(pairs) ?? ring.sum(pairs.map(([a, b]) => (a === ring.one ? b : ring.multiply(a, b))));
}
