import {
  type Integer,
  integerContent,
  multiplyIntegers,
  type Rational,
  rational,
  rationalFunctionKey,
  rationalFunctions,
  rationals,
  termsOf,
} from '../algebra/index.ts';
import type { ClosedForm } from './kernel.ts';
import { rationalRelations } from './rational-dependence.ts';

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

/** A rational multiple of a direction. */
export interface Multiple {
  readonly direction: Direction;
  readonly coefficient: Rational;
}

/** The directions in which a function with an addition theorem has been formed, linearly independent over Q. */
export interface Directions {
  /** The argument as a combination of directions; those that are new are made, for the denominators that occur in it. */
  combination(a: ClosedForm): Multiple[];
  /** Makes the directions of all these arguments that are new, each for the common denominator of its coefficients. */
  prepare(all: readonly ClosedForm[]): void;
}

interface Basis {
  readonly unit: ClosedForm;
  order: Integer;
  kernel: number | null;
}

/**
 * No directions yet but those given, whose kernels are -1; `kernel` makes the kernel of u / order. A term of an argument
 * that is a combination of directions already known adds no direction, so that arguments with denominators in common,
 * x/(x + 1) and 1/(x + 1), are not taken for independent of their sum.
 */
export function directions(
  kernel: (unit: ClosedForm, order: Integer) => number,
  given: () => readonly ClosedForm[] = () => [],
): Directions {
  const basis: Basis[] = [];
  const places = new Map<string, readonly { readonly place: number; readonly coefficient: Rational }[]>();
  const adjoin = (unit: ClosedForm, known: number | null): number => {
    places.set(rationalFunctionKey(unit), [{ place: basis.length, coefficient: rational(1) }]);
    return basis.push({ unit, order: 1, kernel: known }) - 1;
  };
  const coordinates = (unit: ClosedForm) => {
    const key = rationalFunctionKey(unit);
    const known = places.get(key);
    if (known !== undefined) return known;
    const dependence = dependenceOn(
      basis.map((direction) => direction.unit),
      unit,
    );
    if (dependence === null) adjoin(unit, null);
    else places.set(key, dependence);
    return places.get(key) as NonNullable<typeof dependence>;
  };
  const multiplesOf = (a: ClosedForm) => {
    for (const unit of given()) if (!places.has(rationalFunctionKey(unit))) adjoin(unit, -1);
    const totals = new Map<number, Rational>();
    for (const term of termsIn(a)) {
      for (const { place, coefficient } of coordinates(term.unit)) {
        const part = rationals.multiply(term.coefficient, coefficient);
        totals.set(place, rationals.add(totals.get(place) ?? rationals.zero, part));
      }
    }
    return [...totals].filter(([, coefficient]) => coefficient.numerator !== 0);
  };
  const announce = (a: ClosedForm): void => {
    for (const [place, { denominator }] of multiplesOf(a)) {
      if (basis[place].kernel === null) basis[place].order = leastCommonMultiple(basis[place].order, denominator);
    }
  };
  const made = (direction: Basis): Direction => {
    direction.kernel ??= kernel(direction.unit, direction.order);
    return { unit: direction.unit, order: direction.order, kernel: direction.kernel };
  };
  return {
    combination: (a) => {
      announce(a);
      return multiplesOf(a).map(([place, coefficient]) => ({ direction: made(basis[place]), coefficient }));
    },
    prepare: (all) => {
      all.forEach(announce);
      for (const [place] of all.flatMap(multiplesOf)) made(basis[place]);
    },
  };
}

/** The coefficients of u as a combination of the units, or `null` where it is independent of them. */
function dependenceOn(units: readonly ClosedForm[], u: ClosedForm) {
  const all = [...units, u];
  if (all.every(({ denominator }) => denominator.coefficients.length === 1)) return null; // distinct monomials
  const relation = rationalRelations(all.map((unit) => [unit])).find(
    (vector) => !rationals.isZero(vector[units.length]),
  );
  if (relation === undefined) return null;
  return units.flatMap((_, place) => {
    const coefficient = rationals.negate(rationals.divide(relation[place], relation[units.length]));
    return coefficient.numerator === 0 ? [] : [{ place, coefficient }];
  });
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
