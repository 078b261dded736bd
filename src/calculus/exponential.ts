import { generatorsOf, rational, rationalFunctions, rationals } from '../algebra/index.ts';
import { UnsupportedError } from '../errors.ts';
import { directions, type Term, termsIn } from './directions.ts';
import type { ClosedForm, KernelTower } from './kernel.ts';
import { powerOfClosedForm } from './radical.ts';

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
  const { multiply, divide, fromInteger, equals, generator, integerPower, one } = rationalFunctions;
  const known = directions((unit, order) =>
    tower.numberOf({ kind: 'exp', argument: divide(unit, fromInteger(order)) }),
  );
  const logarithmBehind = (unit: ClosedForm): ClosedForm | undefined => {
    const [only, ...others] = generatorsOf(unit);
    const kernel = others.length === 0 && only !== undefined ? tower.kernels[only] : undefined;
    return kernel?.kind === 'log' && equals(unit, generator(only)) ? kernel.argument : undefined;
  };
  const exponentialOf = ({ unit, coefficient }: Term): ClosedForm => {
    const base = logarithmBehind(unit);
    if (base !== undefined) return powerOfClosedForm(tower, base, coefficient);
    const direction = known.of(unit, coefficient.denominator);
    const exponent = rationals.multiply(coefficient, rational(direction.order));
    if (exponent.denominator === 1) return integerPower(generator(direction.kernel), Number(exponent.numerator));
    throw new UnsupportedError(
      `exponentials of 1/${direction.order} and 1/${coefficient.denominator} of one argument in one field: form the finest fraction first`,
    );
  };

  return {
    exp: (a) => termsIn(a).map(exponentialOf).reduce(multiply, one),
    prepare: (exponents) =>
      known.prepare(exponents.flatMap(termsIn).filter(({ unit }) => logarithmBehind(unit) === undefined)),
  };
}
