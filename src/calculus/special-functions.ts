import { rational, rationalFunctions } from '../algebra/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { ClosedForm, KernelTower } from './kernel.ts';

/** The error function, A = I1/I0 and log I0 of a tower. */
export interface SpecialFunctions {
  erf(a: ClosedForm): ClosedForm;
  besselRatio(a: ClosedForm): ClosedForm;
  logBesselI0(a: ClosedForm): ClosedForm;
}

/** One kernel for an argument and its negative: erf and I1/I0 are odd, log I0 is even; all vanish at zero. */
export function specialFunctionsIn(tower: KernelTower): SpecialFunctions {
  const { isZero, negate, generator, zero } = rationalFunctions;
  const symmetric =
    (kind: 'erf' | 'besselRatio' | 'logBesselI0', isOdd: boolean) =>
    (a: ClosedForm): ClosedForm => {
      if (isZero(a)) return zero;
      const turned = a.numerator.coefficients[0] < 0;
      const value = generator(tower.numberOf({ kind, argument: turned ? negate(a) : a }));
      return turned && isOdd ? negate(value) : value;
    };
  return {
    erf: symmetric('erf', true),
    besselRatio: symmetric('besselRatio', true),
    logBesselI0: symmetric('logBesselI0', false),
  };
}

/** 2/sqrt(pi), which the derivative of erf needs. Throws {@link UnsupportedError} where the field has no pi. */
export function twoOverRootOfPi(
  tower: KernelTower,
  power: (a: ClosedForm, exponent: ReturnType<typeof rational>) => ClosedForm,
): ClosedForm {
  if (tower.pi === null) throw new UnsupportedError('the derivative of erf needs the number pi: declare the symbol pi');
  return tower.field.multiply(rationalFunctions.fromInteger(2), power(tower.pi, rational(-1, 2)));
}
