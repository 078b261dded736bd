import fc from 'fast-check';
import type { DifferentialField } from '../../src/calculus/index.ts';

/** A differential field of dimension at least 2 in which a test can tell whether two elements are the same. */
export interface ComparableDifferentialField<E> extends DifferentialField<E> {
  same(a: E, b: E): boolean;
}

function equation(sides: <E>(field: ComparableDifferentialField<E>, a: E, b: E) => readonly [E, E]) {
  return <E>(field: ComparableDifferentialField<E>, element: fc.Arbitrary<E>): void =>
    fc.assert(
      fc.property(element, element, (a, b) => field.same(...sides(field, a, b))),
      { numRuns: 25 },
    );
}

export const derivationLaws = {
  'the derivative is additive': equation((f, a, b) => [
    f.partial(f.add(a, b), 0),
    f.add(f.partial(a, 0), f.partial(b, 0)),
  ]),
  'the derivative of a product follows Leibniz': equation((f, a, b) => [
    f.partial(f.multiply(a, b), 0),
    f.add(f.multiply(f.partial(a, 0), b), f.multiply(a, f.partial(b, 0))),
  ]),
  'constants have derivative zero': equation((f) => [
    f.partial(f.fromInteger(7), 0),
    f.subtract(f.partial(f.one, 1), f.partial(f.one, 1)),
  ]),
  'partial derivatives commute': equation((f, a) => [f.partial(f.partial(a, 0), 1), f.partial(f.partial(a, 1), 0)]),
  'd log a = da/a': equation((f, a) =>
    f.isZero(a) ? [a, a] : [f.multiply(a, f.partial(f.log(a), 0)), f.partial(a, 0)],
  ),
} as const;

/** The exponential is formed of sparse arguments only: of a sum it has a kernel for each term. */
export const exponentialLaws = {
  'd exp a = exp(a) da': equation((f, a) => [f.partial(f.exp(a), 1), f.multiply(f.exp(a), f.partial(a, 1))]),
  'exp(a + b) = exp(a) exp(b)': equation((f, a, b) => [f.exp(f.add(a, b)), f.multiply(f.exp(a), f.exp(b))]),
  'exp(-a) = 1/exp(a)': equation((f, a) => [f.exp(f.negate(a)), f.divide(f.one, f.exp(a))]),
  'log exp a = a': equation((f, a) => [f.log(f.exp(a)), a]),
} as const;
