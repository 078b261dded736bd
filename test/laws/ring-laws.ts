import fc from 'fast-check';
import type { Field, Ring } from '../../src/algebra/index.ts';

/** A ring of which a test can tell whether two elements are the same: exactly, or within a tolerance that it states. */
export interface ComparableRing<E> extends Ring<E> {
  same(a: E, b: E): boolean;
}

export interface ComparableField<E> extends Field<E> {
  same(a: E, b: E): boolean;
}

/** A law: throws, with the counterexample, where it fails on what the generator makes. */
export type Law<S, E> = (structure: S, element: fc.Arbitrary<E>) => void;

/** Each element of a ring law is an equation between two elements, for any three of the ring. */
function equation(sides: <E>(ring: ComparableRing<E>, a: E, b: E, c: E) => readonly [E, E]) {
  return <E>(ring: ComparableRing<E>, element: fc.Arbitrary<E>): void =>
    fc.assert(
      fc.property(element, element, element, (a, b, c) => ring.same(...sides(ring, a, b, c))),
      { numRuns: 40 },
    );
}

export const ringLaws = {
  'addition is associative': equation((r, a, b, c) => [r.add(r.add(a, b), c), r.add(a, r.add(b, c))]),
  'addition is commutative': equation((r, a, b) => [r.add(a, b), r.add(b, a)]),
  'zero is neutral': equation((r, a) => [r.add(a, r.zero), a]),
  'a - b is what added to b gives a': equation((r, a, b) => [r.add(r.subtract(a, b), b), a]),
  '-a is 0 - a': equation((r, a) => [r.negate(a), r.subtract(r.zero, a)]),
  'multiplication is associative': equation((r, a, b, c) => [
    r.multiply(r.multiply(a, b), c),
    r.multiply(a, r.multiply(b, c)),
  ]),
  'multiplication is commutative': equation((r, a, b) => [r.multiply(a, b), r.multiply(b, a)]),
  'one is neutral': equation((r, a) => [r.multiply(a, r.one), a]),
  'multiplication distributes': equation((r, a, b, c) => [
    r.multiply(a, r.add(b, c)),
    r.add(r.multiply(a, b), r.multiply(a, c)),
  ]),
  'a sum is added pair by pair': equation((r, a, b, c) => [r.sum([a, b, c, a]), r.add(r.add(r.add(a, b), c), a)]),
  'integers are sums of ones': equation((r) => [r.fromInteger(-3), r.negate(r.sum([r.one, r.one, r.one]))]),
} as const;

export const fieldLaws = {
  'a quotient times its divisor is the dividend': <E>(field: ComparableField<E>, element: fc.Arbitrary<E>): void =>
    fc.assert(
      fc.property(element, element, (a, b) => field.isZero(b) || field.same(field.multiply(field.divide(a, b), b), a)),
      { numRuns: 40 },
    ),
  'only zero is a useless pivot': <E>(field: ComparableField<E>, element: fc.Arbitrary<E>): void =>
    fc.assert(
      fc.property(
        element,
        (a) => field.pivotQuality(a) > 0 === !field.isZero(a) && field.pivotQuality(field.zero) === 0,
      ),
    ),
} as const;
