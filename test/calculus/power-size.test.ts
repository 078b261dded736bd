import { describe, expect, it } from 'vitest';
import { type ClosedForm, closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { checkPowerSize } from '../../src/calculus/power-size.ts';
import { UnsupportedError } from '../../src/errors.ts';

const declare = () => closedForms(['x', 'y', 'z'].map((name) => ({ name, positive: true })));
const value = (text: string): ClosedForm => {
  const forms = declare();
  return evaluateExpression(forms, parseExpression(text), forms.symbol);
};

describe('the size of a power', () => {
  it.each([
    ['x', 60000],
    ['x + 1', 1000],
    ['x + y + z', 100],
    ['2', 100_000],
    ['1/(1 + x)', -500],
  ] as const)('of %s to the %i is within bounds', (text, n) => {
    expect(() => checkPowerSize(value(text), n)).not.toThrow();
  });

  it('bounds what is there: terms times bits of (x + 1)^n', () => {
    const limit = (n: number) => () => checkPowerSize(value('x + 1'), n);
    expect(limit(5791)).not.toThrow(); // 5792^2 is just below 2^25
    expect(limit(5793)).toThrow(UnsupportedError);
  });

  it.each(['9^9^9^9', '2^(10^9)', '(x + 1)^60000', '(x + y + z)^500', '(1 + x)^(10^9 + 1/2)', 'x^(10^9)'])(
    'ends %s in an error at once',
    (text) => {
      expect(() => value(text)).toThrow(UnsupportedError);
      expect(() => value(text)).toThrow(/keep the exponent symbolic or lower it|exceeds 65535/);
    },
  );

  it.each([
    ['x^0.123456789', /a root of order 1000000000 is not written out/],
    ['sqrt(1+sqrt(1+sqrt(1+sqrt(1+sqrt(x)))))', /nested 5 deep/],
    ['sin(10^6*x)', /at most 128 times/],
    ['lgamma(x + 10^6)', /move arguments by at most 1000/],
  ])('ends %s in an error as well', (text, message) => {
    expect(() => value(text)).toThrow(UnsupportedError);
    expect(() => value(text)).toThrow(message);
  });
});
