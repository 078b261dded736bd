import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { bigValue } from '../../src/calculus/digits.ts';
import { closedForms, evaluateExpression, evaluateToDigits, parseExpression } from '../../src/calculus/index.ts';
import { DomainError, InputError, UnsupportedError } from '../../src/errors.ts';

const forms = closedForms([{ name: 'x' }, { name: 'pi', positive: true }]);
const value = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);
const digits = (text: string, count: number, x = rational(1)): string =>
  evaluateToDigits(forms, value(text), { x }, count);

describe('the digits of a closed form', () => {
  // OEIS A000796, A002193, A001113
  it.each([
    ['pi', '3.1415926535897932384626433832795028841971693993751'],
    ['sqrt(2)', '1.4142135623730950488016887242096980785696718753769'],
    ['exp(x)', '2.718281828459045235360287471352662497757247093700'],
    ['x/3', '0.33333333333333333333333333333333333333333333333333'],
    ['x/4', '0.25'],
  ])('of %s are %s', (text, expected) => {
    const answer = digits(text, 50);
    expect(answer.startsWith(expected.slice(0, 48))).toBe(true);
    expect(answer.length).toBeLessThanOrEqual(52);
  });

  it('survive cancellation: the precision rises until two computations agree', () => {
    // (1 - cos x)/x^2 = 1/2 - x^2/24 + x^4/720 - ... at x = 10^-40
    expect(digits('(1 - cos(x))/x^2', 30, rational(1, 10n ** 40n))).toBe('0.5');
    expect(digits('(1 - cos(x))/x^2 - 1/2', 20, rational(1, 10n ** 40n))).toBe('-4.1666666666666666667e-82');
  });

  it('are as many as asked for, up to 900', () => {
    const many = digits('erf(x) + digamma(x/3)', 300);
    expect(digits('erf(x) + digamma(x/3)', 40)).toBe(`${many.slice(0, 41)}${rounded(many.slice(41, 44))}`);
    expect(() => digits('x', 901)).toThrow(InputError);
    expect(() => digits('x', 0)).toThrow(/from 1 to 900/);
  });

  it('are refused where no digit is certain, or there is no value', () => {
    expect(digits('x - x', 5)).toBe('0');
    expect(() => digits('sin(x)*cos(pi/5 + x - x)', 5)).toThrow(UnsupportedError);
    const zero = '(exp(x) - exp(1))'; // 0 at x = 1, not identically
    expect(() => digits(zero, 20)).toThrow(/not told from zero/);
    expect(() => digits('1/(x - 1)', 20)).toThrow(DomainError);
    expect(() => evaluateToDigits(forms, value('x'), {}, 5)).toThrow(/no value for x/);
  });

  it('take undetermined functions as they are told', () => {
    const form = forms.unknown('f', [forms.symbol('x')], [1]);
    const answer = bigValue(
      forms,
      form,
      { x: rational(2) },
      30,
      (field) =>
        (_, [order], [x]) =>
          order === 1 ? field.multiply(x, x) : field.zero,
    );
    expect(answer.toString()).toBe('4');
  });
});

/** The last digit shown, from the digits that follow what stays. */
function rounded(following: string): string {
  return String(Math.round(Number(`${following[0]}.${following.slice(1)}`)));
}
