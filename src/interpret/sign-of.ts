import { generatorsOf, type Rational } from '../algebra/index.ts';
import { type ClosedForm, type ClosedForms, evaluator } from '../calculus/index.ts';

/** A constant with what is known of its size: above the bound, which is 0 unless given. */
export interface BoundedConstant {
  readonly name: string;
  readonly above?: Rational;
}

/**
 * The sign of a closed form in positive symbols, as far as it is manifest: all coefficients of its numerator and its
 * denominator have one sign each once every constant is written as its bound plus a positive number. `undecided` says
 * that this does not settle it.
 */
export function signOf(
  forms: ClosedForms,
  a: ClosedForm,
  constants: readonly BoundedConstant[] = [],
): 'positive' | 'not positive' | 'undecided' {
  if (forms.isZero(a)) return 'not positive';
  const bounds = new Map(constants.map(({ name, above }) => [name, above]));
  const shifted = evaluator(forms, forms, (name) => {
    const above = bounds.get(name);
    const symbol = forms.symbol(name);
    return above === undefined ? symbol : forms.add(forms.fromRational(above), symbol);
  })(a);
  const allPositive = generatorsOf(shifted).every((index) => {
    const kernel = forms.kernels[index];
    return kernel.kind === 'exp' || (kernel.kind === 'symbol' && kernel.positive);
  });
  const signs = [shifted.numerator, shifted.denominator].map(({ coefficients }) => {
    const positive = coefficients.every((c) => c > 0);
    return positive || coefficients.every((c) => c < 0) ? (positive ? 1 : -1) : null;
  });
  if (!allPositive || signs.includes(null)) return 'undecided';
  return signs[0] === signs[1] ? 'positive' : 'not positive';
}
