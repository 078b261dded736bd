import { dividePolynomialsExactly, rational } from '../algebra/index.ts';
import {
  type ClosedForm,
  type ClosedForms,
  evaluateExpression,
  laurentTerms,
  printClosedForm,
} from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Pivot } from '../families/index.ts';

/** A product of real powers of the factors of a pivot and of whole powers of their logarithms, one entry a factor. */
export interface Powers {
  readonly exponents: readonly ClosedForm[];
  readonly logarithms: readonly number[];
}

/** coefficient times powers, the coefficient free of the pivot. */
export interface PivotTerm {
  readonly powers: Powers;
  readonly coefficient: ClosedForm;
}

/**
 * Functions of a pivot as sums of terms. Throws {@link UnsupportedError} for one that is no sum of products of powers of
 * the factors of the pivot and their logarithms.
 */
export function termsInPivot(forms: ClosedForms, { variable, factors }: Pivot): (f: ClosedForm) => PivotTerm[] {
  const bases = factors.map(({ base }) => evaluateExpression(forms, base, forms.symbol));
  const reading = kernelReading(forms, bases, variable);
  return (f) => {
    const { cleared, below } = withoutFactorsBelow(forms, bases, f);
    return laurentTerms(forms, cleared, [variable]).map(({ exponents, coefficient }) => {
      const { exponents: above, logarithms } = productOfPowers(forms, bases.length, exponents, reading);
      const total = above.map((e, k) => forms.add(e, forms.fromInteger(below[k])));
      return { powers: { exponents: total, logarithms }, coefficient };
    });
  };
}

/** Multiplies by the factors that stand in the denominator as sums, and counts them with negative exponents. */
function withoutFactorsBelow(
  forms: ClosedForms,
  bases: readonly ClosedForm[],
  f: ClosedForm,
): { readonly cleared: ClosedForm; readonly below: readonly number[] } {
  const below = bases.map(() => 0);
  let cleared = f;
  for (let k = 1; k < bases.length; k++) {
    while (dividePolynomialsExactly(cleared.denominator, bases[k].numerator) !== null) {
      cleared = forms.multiply(cleared, bases[k]);
      below[k]--;
    }
  }
  return { cleared, below };
}

/** What each kernel that depends on the pivot is, as a product of powers of the factors and their logarithms. */
function kernelReading(forms: ClosedForms, bases: readonly ClosedForm[], variable: string): (index: number) => Powers {
  const none = bases.map(() => 0);
  const known: Powers[] = [];
  const ofKernel = (index: number): Powers => {
    const kernel = forms.kernels[index];
    const exponents = bases.map(() => forms.zero);
    if (kernel.kind === 'symbol' && kernel.name === variable) {
      exponents[0] = forms.fromRational(rational(1, kernel.order));
      return { exponents, logarithms: none };
    }
    if (kernel.kind === 'log') {
      const k = bases.findIndex(
        (base) => forms.equals(base, kernel.argument) || forms.equals(forms.negate(base), kernel.argument),
      );
      if (k >= 0) return { exponents, logarithms: none.with(k, 1) };
    }
    if (kernel.kind === 'exp') {
      // exp(sum c_k log(base_k)) is a product of symbolic powers.
      for (const term of laurentTerms(forms, kernel.argument, [variable])) {
        const { exponents: inside, logarithms } = monomial(term.exponents);
        const k = logarithms.indexOf(1);
        if (k < 0 || logarithms.some((m, j) => m !== 0 && j !== k) || !inside.every(forms.isZero)) throw refused(index);
        exponents[k] = forms.add(exponents[k], term.coefficient);
      }
      return { exponents, logarithms: none };
    }
    throw refused(index);
  };
  const refused = (index: number): UnsupportedError =>
    new UnsupportedError(
      `${printClosedForm(forms, forms.generator(index))} is no power or logarithm of the factors of the pivot, so its expectation has no closed form here`,
    );
  const reading = (index: number): Powers => {
    known[index] ??= ofKernel(index);
    return known[index];
  };
  const monomial = (exponents: readonly number[]): Powers => productOfPowers(forms, bases.length, exponents, reading);
  return reading;
}

/** The product of powers of kernels; exponents of logarithms must not be negative. */
function productOfPowers(
  forms: ClosedForms,
  factors: number,
  kernelExponents: readonly number[],
  reading: (index: number) => Powers,
): Powers {
  const exponents = Array.from({ length: factors }, () => forms.zero);
  const logarithms = Array.from({ length: factors }, () => 0);
  kernelExponents.forEach((n, index) => {
    if (n === 0) return;
    const one = reading(index);
    for (let k = 0; k < factors; k++) {
      exponents[k] = forms.add(exponents[k], forms.multiply(forms.fromInteger(n), one.exponents[k]));
      logarithms[k] += n * one.logarithms[k];
    }
  });
  if (logarithms.some((m) => m < 0))
    throw new UnsupportedError('a quotient by a logarithm of the pivot has no expectation in closed form here');
  return { exponents, logarithms };
}
