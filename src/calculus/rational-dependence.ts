import { nullSpace, type Rational, rational, rationalFunctions, rationals, termsOf } from '../algebra/index.ts';
import type { ClosedForm } from './kernel.ts';

/**
 * The relations with rational coefficients, constant ones, between columns of closed forms: a basis of the vectors r with
 * sum of r_j column_j = 0, for each entry of the columns. Exact where the kernels are independent.
 */
export function rationalRelations(columns: readonly (readonly ClosedForm[])[]): Rational[][] {
  const rows = (columns[0] ?? []).flatMap((_, entry) => coefficientRows(columns.map((column) => column[entry])));
  if (rows.length === 0) {
    return columns.map((_, k) => columns.map((__, j) => (j === k ? rationals.one : rationals.zero)));
  }
  return nullSpace(rationals, rows);
}

/** The coefficients of the monomials of forms brought over one denominator: one row for each monomial. */
function coefficientRows(forms: readonly ClosedForm[]): Rational[][] {
  const { multiply, divide, one } = rationalFunctions;
  const asForm = (numerator: ClosedForm['numerator']): ClosedForm => ({ numerator, denominator: one.numerator });
  const common = forms.reduce((product, { denominator }) => {
    const ratio = divide(product, asForm(denominator));
    return multiply(product, asForm(ratio.denominator));
  }, one);
  const rows = new Map<string, Rational[]>();
  forms.forEach((form, column) => {
    for (const { coefficient, monomial } of termsOf(multiply(form, common).numerator)) {
      const key = monomial.exponents.join();
      const row = rows.get(key) ?? forms.map(() => rationals.zero);
      row[column] = rational(coefficient);
      rows.set(key, row);
    }
  });
  return [...rows.values()];
}
