import { generatorsOf, rationalFunctions, shiftExponents, termsOf } from '../algebra/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { ClosedForms } from './closed-forms.ts';
import type { ClosedForm } from './kernel.ts';

/**
 * The coefficients of a closed form that is a polynomial in one symbol, by exponent. Throws {@link UnsupportedError}
 * where the symbol occurs in the denominator or inside a kernel.
 */
export function coefficientsIn(forms: ClosedForms, a: ClosedForm, symbol: string): Map<number, ClosedForm> {
  const { one, divide, sum, fromInteger, multiply } = rationalFunctions;
  const [index] = generatorsOf(forms.symbol(symbol));
  const denominator = { numerator: a.denominator, denominator: one.numerator };
  const hidden = generatorsOf(a).some((generator) => {
    const kernel = forms.kernels[generator];
    return kernel.kind !== 'symbol' && forms.symbolsOf(kernel.argument).includes(symbol);
  });
  if (hidden || generatorsOf(denominator).includes(index)) {
    throw new UnsupportedError(
      `expected a polynomial in ${symbol}: other functions of it have no expectation in closed form here`,
    );
  }
  const groups = new Map<number, ClosedForm[]>();
  for (const { coefficient, monomial } of termsOf(a.numerator)) {
    const exponent = monomial.exponents[index] ?? 0;
    const shift = new Array<number>(index + 1).fill(0).with(index, 0 - exponent);
    const rest = { numerator: shiftExponents(monomial, shift), denominator: one.numerator };
    groups.set(exponent, [...(groups.get(exponent) ?? []), multiply(fromInteger(coefficient), rest)]);
  }
  return new Map([...groups].map(([exponent, terms]) => [exponent, divide(sum(terms), denominator)]));
}
