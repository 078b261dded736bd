import { generatorsOf, monomialContent, shiftExponents, termsOf } from '../algebra/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { ClosedForms } from './closed-forms.ts';
import { argumentsOf, type ClosedForm } from './kernel.ts';

/** coefficient times a monomial: `exponents[k]` is the exponent, perhaps negative, of kernel k. */
export interface LaurentTerm {
  readonly exponents: readonly number[];
  readonly coefficient: ClosedForm;
}

/**
 * The terms of a closed form as a Laurent polynomial in the kernels that depend on the given symbols (x, log(x), ...),
 * with distinct monomials and coefficients free of those symbols. Throws {@link UnsupportedError} where the denominator
 * contains a sum that depends on them.
 */
export function laurentTerms(forms: ClosedForms, a: ClosedForm, symbols: readonly string[]): LaurentTerm[] {
  const { one, divide, sum, fromInteger, multiply } = forms;
  const polynomial = (numerator: ClosedForm['numerator']): ClosedForm => ({ numerator, denominator: one.numerator });
  const depends = dependence(forms, generatorsOf(a), symbols);
  const below = monomialContent(a.denominator).map((exponent, index) => (depends[index] ? exponent : 0));
  const rest = polynomial(
    shiftExponents(
      a.denominator,
      below.map((exponent) => 0 - exponent),
    ),
  );
  if (generatorsOf(rest).some((index) => depends[index])) {
    throw new UnsupportedError(
      `expected a polynomial in functions of ${symbols.join(', ')}: quotients by sums have no expectation in closed form here`,
    );
  }
  const groups = new Map<string, { exponents: number[]; terms: ClosedForm[] }>();
  for (const { coefficient, monomial } of termsOf(a.numerator)) {
    const above = Array.from(monomial.exponents, (exponent, index) => (depends[index] ? exponent : 0));
    const exponents = quotientOfMonomials(above, below);
    const group = groups.get(exponents.join()) ?? { exponents, terms: [] };
    groups.set(exponents.join(), group);
    const factor = polynomial(
      shiftExponents(
        monomial,
        above.map((exponent) => 0 - exponent),
      ),
    );
    group.terms.push(multiply(fromInteger(coefficient), factor));
  }
  return [...groups.values()].map(({ exponents, terms }) => ({ exponents, coefficient: divide(sum(terms), rest) }));
}

/** For each kernel that occurs: does it depend on one of the symbols? */
function dependence(forms: ClosedForms, occurring: readonly number[], symbols: readonly string[]): boolean[] {
  const depends: boolean[] = [];
  for (const index of occurring) {
    const kernel = forms.kernels[index];
    const names = kernel.kind === 'symbol' ? [kernel.name] : argumentsOf(kernel).flatMap(forms.symbolsOf);
    depends[index] = names.some((name) => symbols.includes(name));
  }
  return depends;
}

/** The exponents of the quotient of two monomials, without zeros at the end. */
export function quotientOfMonomials(above: readonly number[], below: readonly number[]): number[] {
  const width = Math.max(above.length, below.length);
  const exponents = Array.from({ length: width }, (_, index) => (above[index] ?? 0) - (below[index] ?? 0));
  return exponents.slice(0, exponents.findLastIndex((exponent) => exponent !== 0) + 1);
}
