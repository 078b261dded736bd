import {
  type Integer,
  integerContent,
  multiplyIntegers,
  type Rational,
  rational,
  rationalFunctionKey,
  rationalFunctions,
  termsOf,
} from '../algebra/index.ts';
import type { ClosedForm } from './kernel.ts';

/** A term c u of an argument, c a rational number; u is a monomial over a primitive denominator. */
export interface Term {
  readonly unit: ClosedForm;
  readonly coefficient: Rational;
}

/** One direction u, and the number of the kernel that stands for the function of u / order. */
export interface Direction {
  readonly unit: ClosedForm;
  readonly order: Integer;
  readonly kernel: number;
}

/** The directions in which a function with an addition theorem has been formed: one kernel for all multiples of each. */
export interface Directions {
  /** The direction of `unit`, which is made for this order where it is new. */
  of(unit: ClosedForm, order: Integer): Direction;
  /** Makes the directions of terms that are new, each for the common denominator of its coefficients. */
  prepare(terms: readonly Term[]): void;
}

/** No directions yet; `kernel` makes the kernel of u / order. */
export function directions(kernel: (unit: ClosedForm, order: Integer) => number): Directions {
  const known = new Map<string, Direction>();
  const of = (unit: ClosedForm, order: Integer): Direction => {
    const key = rationalFunctionKey(unit);
    const direction = known.get(key) ?? { unit, order, kernel: kernel(unit, order) };
    known.set(key, direction);
    return direction;
  };
  return {
    of,
    prepare: (terms) => {
      const orders = new Map<string, { readonly unit: ClosedForm; readonly order: Integer }>();
      for (const { unit, coefficient } of terms) {
        const key = rationalFunctionKey(unit);
        orders.set(key, { unit, order: leastCommonMultiple(orders.get(key)?.order ?? 1, coefficient.denominator) });
      }
      for (const { unit, order } of orders.values()) of(unit, order);
    },
  };
}

/** The terms of the numerator over the denominator. */
export function termsIn(a: ClosedForm): Term[] {
  const { divide, fromInteger, one } = rationalFunctions;
  const content = integerContent(a.denominator);
  const denominator = divide({ numerator: a.denominator, denominator: one.numerator }, fromInteger(content));
  return termsOf(a.numerator).map(({ coefficient, monomial }) => ({
    unit: divide({ numerator: monomial, denominator: one.numerator }, denominator),
    coefficient: rational(coefficient, content),
  }));
}

function leastCommonMultiple(a: Integer, b: Integer): Integer {
  return multiplyIntegers(a, rational(b, a).numerator);
}
