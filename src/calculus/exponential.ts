import {
  generatorsOf,
  integerContent,
  type Rational,
  rational,
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
  readonly order: Rational;
  readonly kernel: number;
}

/**
 * The exponential function of a tower: exp of a sum is a product over the terms, one kernel for each direction u, of
 * which exp(c u) is a power; exp(c log u) = u^c. So exp(a + b) = exp(a) exp(b) holds by construction.
 */
export function exponentialIn(tower: KernelTower): (a: ClosedForm) => ClosedForm {
  const directions: Direction[] = [];
  const { multiply, divide, fromInteger, equals, generator, integerPower, one } = rationalFunctions;

  const directionOf = (unit: ClosedForm, c: Rational): Direction => {
    const known = directions.find((direction) => equals(direction.unit, unit));
    if (known !== undefined) return known;
    const argument = divide(unit, fromInteger(c.denominator));
    const kernel = tower.numberOf({ kind: 'exp', argument });
    const direction = { unit, order: rational(c.denominator), kernel };
    directions.push(direction);
    return direction;
  };
  const exponentialOfUnit = (unit: ClosedForm, c: Rational): ClosedForm => {
    const [only, ...others] = generatorsOf(unit);
    const kernel = others.length === 0 && only !== undefined ? tower.kernels[only] : undefined;
    if (kernel?.kind === 'log' && equals(unit, generator(only))) return powerOfClosedForm(tower, kernel.argument, c);
    const direction = directionOf(unit, c);
    const exponent = rationals.multiply(c, direction.order);
    if (exponent.denominator === 1) return integerPower(generator(direction.kernel), Number(exponent.numerator));
    throw new UnsupportedError(
      `exponentials of 1/${direction.order.numerator} and 1/${c.denominator} of one argument in one field: form the finest fraction first`,
    );
  };

  return (a) => {
    const content = integerContent(a.denominator);
    const denominator = divide({ numerator: a.denominator, denominator: one.numerator }, fromInteger(content));
    return termsOf(a.numerator)
      .map(({ coefficient, monomial }) => {
        const unit = divide({ numerator: monomial, denominator: one.numerator }, denominator);
        return exponentialOfUnit(unit, rational(coefficient, content));
      })
      .reduce(multiply, one);
  };
}
