import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';

const forms = closedForms([{ name: 'x' }, { name: 's', positive: true, order: 2 }, { name: 'n', positive: true }]);
const value = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('the logarithm of the modulus', () => {
  it.each([
    ['log(s^3/n)', '3*log(s) - log(n)'],
    ['log(sqrt(s))', 'log(s)/2'],
    ['log(6*s)', 'log(6) + log(s)'],
    ['log(2*x + 2)', 'log(2) + log(x + 1)'],
    ['log(exp(x))', 'x'],
    ['log(exp(x)*s)', 'x + log(s)'],
    ['log(1 - x)', 'log(x - 1)'],
    ['log(-s)', 'log(s)'],
    ['log(1)', '0'],
    ['log(1/4)', '-2*log(2)'],
    ['log(12)', '2*log(2) + log(3)'],
    ['exp(log(6))', '6'],
    ['lgamma(4)', 'log(6)'],
  ])('%s is %s', (left, right) => {
    expect(value(left)).toEqual(value(right));
  });

  it('has one kernel for a and -a, whichever comes first', () => {
    for (const order of [
      ['1 - x', 'x - 1'],
      ['x - 1', '1 - x'],
    ]) {
      const fresh = closedForms([{ name: 'x' }]);
      const [a, b] = order.map((text) => fresh.log(evaluateExpression(fresh, parseExpression(text), fresh.symbol)));
      expect(a).toEqual(b);
      expect(fresh.kernels).toHaveLength(2);
    }
  });

  it('does not split names that may be negative', () => {
    expect(value('log(x^2)')).not.toEqual(value('2*log(s)'));
    expect(forms.power(forms.symbol('s'), rational(1, 2))).toEqual(value('sqrt(s)'));
  });

  it('of zero is undefined', () => {
    expect(() => value('log(x - x)')).toThrow(DomainError);
  });
});

describe('the sign under a logarithm', () => {
  const field = () => {
    const forms = closedForms([
      { name: 'p', positive: true },
      { name: 'q', positive: true },
    ]);
    const [p, q] = [forms.symbol('p'), forms.symbol('q')];
    const less = (a: typeof p) => forms.subtract(forms.one, a);
    return { forms, p, q, less };
  };

  it('is that with which it was typed: exp(log(u)) = u', () => {
    const { forms, p, q, less } = field();
    for (const u of [
      forms.divide(p, less(p)),
      forms.divide(less(p), less(q)),
      less(p),
      forms.multiply(less(p), less(q)),
      forms.divide(less(q), p),
    ]) {
      expect(forms.equals(forms.exp(forms.log(u)), u)).toBe(true);
    }
    const fresh = field();
    const above = fresh.forms.subtract(fresh.p, fresh.forms.one);
    expect(fresh.forms.equals(fresh.forms.exp(fresh.forms.log(above)), above)).toBe(true);
  });

  it('is unknown once logarithms of both signs were formed: odd powers are refused, even ones are not', () => {
    const { forms, p, less } = field();
    const log = forms.log(less(p));
    expect(forms.equals(forms.log(forms.negate(less(p))), log)).toBe(true);
    expect(() => forms.exp(log)).toThrow('unknown sign');
    const square = forms.integerPower(less(p), 2);
    expect(forms.equals(forms.exp(forms.multiply(forms.fromInteger(2), log)), square)).toBe(true);
  });
});
