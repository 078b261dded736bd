import { generatorsOf, type Rational, rational, rationals } from '../algebra/index.ts';
import { UnsupportedError } from '../errors.ts';
import { directions, type Multiple } from './directions.ts';
import type { ClosedForm, Kernel, KernelTower } from './kernel.ts';

/** The exponential function of a tower. */
export interface Exponential {
  exp(a: ClosedForm): ClosedForm;
  /** Makes room for the exponentials of all of these together: see {@link exponentialIn}. */
  prepare(exponents: readonly ClosedForm[]): void;
}

/**
 * The exponential function of a tower: exp of a sum is a product over independent directions u, one kernel for each,
 * of which exp(c u) is a power; exp(c log u) = u^c. So exp(a + b) = exp(a) exp(b) holds by construction. The kernel of a
 * direction is made for the denominator of c that comes first; {@link Exponential.prepare} makes it for several, where
 * otherwise finer fractions would be roots of it.
 */
export function exponentialIn(
  tower: KernelTower,
  power: (a: ClosedForm, exponent: Rational) => ClosedForm,
): Exponential {
  const { multiply, divide, fromInteger, generator, one } = tower.field;
  const logarithms = (): ClosedForm[] =>
    tower.kernels.flatMap(({ kind }, index) => (kind === 'log' ? [generator(index)] : []));
  const known = directions(
    (unit, order) => tower.numberOf({ kind: 'exp', argument: divide(unit, fromInteger(order)) }),
    logarithms,
  );
  const exponentialOf = ({ direction, coefficient }: Multiple): ClosedForm => {
    if (direction.kernel < 0) {
      const [index] = generatorsOf(direction.unit);
      const { argument } = tower.kernels[index] as Kernel & { kind: 'log' };
      const isEven = coefficient.denominator === 1 && Number(coefficient.numerator) % 2 === 0;
      if (tower.signless.has(index) && !isEven) throw signless(tower, argument);
      return power(argument, coefficient);
    }
    const exponent = rationals.multiply(coefficient, rational(direction.order));
    return power(generator(direction.kernel), exponent);
  };
  return { exp: (a) => known.combination(a).map(exponentialOf).reduce(multiply, one), prepare: known.prepare };
}

function signless(tower: KernelTower, argument: ClosedForm): UnsupportedError {
  const names = generatorsOf(argument).flatMap((index) => {
    const kernel = tower.kernels[index];
    return kernel.kind === 'symbol' ? [kernel.name] : [];
  });
  return new UnsupportedError(
    `the exponential of a logarithm of a polynomial in ${names.join(', ')} has an unknown sign: logarithms of it and of its negative were formed`,
  );
}
