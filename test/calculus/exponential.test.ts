import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';

const declare = () => closedForms([{ name: 'x' }, { name: 's', positive: true, order: 2 }]);
type Forms = ReturnType<typeof declare>;
const times = (forms: Forms, n: number, d: number) =>
  forms.multiply(forms.fromRational(rational(n, d)), forms.symbol('x'));

describe('the exponential', () => {
  it('has one kernel for each direction, whatever the multiples', () => {
    const forms = declare();
    const before = forms.kernels.length;
    const exp = forms.exp(times(forms, 1, 1));
    expect(forms.exp(times(forms, 3, 1))).toEqual(forms.integerPower(exp, 3));
    expect(forms.exp(times(forms, -1, 1))).toEqual(forms.divide(forms.one, exp));
    expect(forms.exp(forms.zero)).toEqual(forms.one);
    expect(forms.kernels.length).toBe(before + 1);
  });

  it('undoes the logarithm: exp(c log s) = s^c', () => {
    const forms = declare();
    const s = forms.symbol('s');
    expect(forms.exp(forms.log(s))).toEqual(s);
    expect(forms.exp(forms.multiply(forms.fromRational(rational(-3, 2)), forms.log(s)))).toEqual(
      forms.power(s, rational(-3, 2)),
    );
    const sum = forms.add(s, forms.one);
    expect(forms.exp(forms.multiply(forms.fromInteger(2), forms.log(sum)))).toEqual(forms.multiply(sum, sum));
  });

  it('of a finer fraction than its kernel is a root of it', () => {
    const forms = declare();
    const [half, third] = [forms.exp(times(forms, 1, 2)), forms.exp(times(forms, 1, 3))];
    expect(forms.integerPower(third, 3)).toEqual(forms.integerPower(half, 2));
    expect(forms.multiply(half, third)).toEqual(forms.exp(times(forms, 5, 6)));
    expect(forms.log(third)).toEqual(times(forms, 1, 3));
  });

  it('holds fractions side by side that were announced together', () => {
    const forms = declare();
    const [half, third] = [times(forms, 1, 2), times(forms, 1, 3)];
    forms.prepareExponentials([half, third, forms.log(forms.symbol('s')), forms.zero]);
    const [a, b] = [forms.exp(half), forms.exp(third)];
    expect(forms.integerPower(a, 2)).toEqual(forms.integerPower(b, 3));
    expect(forms.multiply(a, b)).toEqual(forms.exp(times(forms, 5, 6)));
  });
});

describe('exponentials of fractions', () => {
  const forms = closedForms([{ name: 'x' }, { name: 'y' }]);
  const value = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);
  it.each([
    ['exp(x/(x + 1))*exp(1/(x + 1))', 'exp(1)'],
    ['exp(y + 1/(x - 1))', 'exp(y)*exp(1/(x - 1))'],
    ['exp(y + x/(y - 1))', 'exp(x/(y - 1))*exp(y)'],
    ['exp(1/(x*(x + 1)))', 'exp(1/x)/exp(1/(x + 1))'],
    ['exp((x/(x + y) + y/(x + y))*log(2))', '2'],
  ])('%s is %s', (left, right) => {
    expect(value(left)).toEqual(value(right));
  });
});
