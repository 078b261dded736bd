import {
  generatorsOf,
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
import { UnsupportedError } from '../errors.ts';
import type { ClosedForm, KernelTower } from './kernel.ts';
import { powerOfClosedForm } from './radical.ts';

/** One direction u in which exponentials are formed, and its kernel exp(u / order). */
interface Direction {
  readonly unit: ClosedForm;
  readonly order: Integer;
  readonly kernel: number;
}

/** A term c u of an argument, c a rational number. */
interface Term {
  readonly unit: ClosedForm;
  readonly coefficient: Rational;
}

/** The exponential function of a tower. */
export interface Exponential {
  exp(a: ClosedForm): ClosedForm;
  /** Makes room for the exponentials of all of these together: see {@link exponentialIn}. */
  prepare(exponents: readonly ClosedForm[]): void;
}

/**
 * The exponential function of a tower: exp of a sum is a product over the terms, one kernel for each direction u, of
 * which exp(c u) is a power; exp(c log u) = u^c. So exp(a + b) = exp(a) exp(b) holds by construction. The kernel of a
 * direction is made for the denominator of c that comes first; {@link Exponential.prepare} makes it for several.
 */
export function exponentialIn(tower: KernelTower): Exponential {
  const directions: Direction[] = [];
  const { multiply, divide, fromInteger, equals, generator, integerPower, one } = rationalFunctions;

  const directionOf = (unit: ClosedForm, order: Integer): Direction => {
    const known = directions.find((direction) => equals(direction.unit, unit));
    if (known !== undefined) return known;
    const kernel = tower.numberOf({ kind: 'exp', argument: divide(unit, fromInteger(order)) });
    const direction = { unit, order, kernel };
    directions.push(direction);
    return direction;
  };
  const logarithmBehind = (unit: ClosedForm): ClosedForm | undefined => {
    const [only, ...others] = generatorsOf(unit);
    const kernel = others.length === 0 && only !== undefined ? tower.kernels[only] : undefined;
    return kernel?.kind === 'log' && equals(unit, generator(only)) ? kernel.argument : undefined;
  };
  const exponentialOf = ({ unit, coefficient }: Term): ClosedForm => {
    const base = logarithmBehind(unit);
    if (base !== undefined) return powerOfClosedForm(tower, base, coefficient);
    const direction = directionOf(unit, coefficient.denominator);
    const exponent = rationals.multiply(coefficient, rational(direction.order));
    if (exponent.denominator === 1) return integerPower(generator(direction.kernel), Number(exponent.numerator));
    throw new UnsupportedError(
      `exponentials of 1/${direction.order} and 1/${coefficient.denominator} of one argument in one field: form the finest fraction first`,
    );
  };

  return {
    exp: (a) => termsIn(a).map(exponentialOf).reduce(multiply, one),
    prepare: (exponents) => {
      const terms = exponents.flatMap(termsIn).filter(({ unit }) => logarithmBehind(unit) === undefined);
      const orders = new Map<string, { readonly unit: ClosedForm; readonly order: Integer }>();
      for (const { unit, coefficient } of terms) {
        const key = rationalFunctionKey(unit);
        orders.set(key, { unit, order: leastCommonMultiple(orders.get(key)?.order ?? 1, coefficient.denominator) });
      }
      for (const { unit, order } of orders.values()) directionOf(unit, order);
    },
  };
}

/** The terms of the numerator over the denominator. */
function termsIn(a: ClosedForm): Term[] {
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
