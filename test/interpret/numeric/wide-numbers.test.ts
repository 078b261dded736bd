import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateExpression, parseExpression, realNumbers } from '../../../src/calculus/index.ts';
import { DomainError } from '../../../src/errors.ts';
import { numberToWide, wideNumbers, wideToNumber } from '../../../src/interpret/numeric/wide-numbers.ts';

it.each([
  '(x - y)*(x + y)/3 - x',
  'exp(-x^2) + y*exp(x)',
  'log(x^2 + exp(y)) - sqrt(x^2)',
  'lgamma(x^2 + 1)*erf(y) + cos(x)',
  '(x - 3)^3',
])('agree with real numbers in their range: %s', (text) => {
  const e = parseExpression(text);
  const value = fc.double({ min: -4, max: 4, noNaN: true });
  fc.assert(
    fc.property(value, value, (x, y) => {
      const meaning = (name: string): number => (name === 'x' ? x : y);
      const exact = evaluateExpression(realNumbers, e, meaning);
      const wide = wideToNumber(evaluateExpression(wideNumbers, e, (name) => numberToWide(meaning(name))));
      expect(Math.abs(wide - exact)).toBeLessThan(1e-10 * (1 + Math.abs(exact)) * 100);
    }),
  );
});

it('keep the logarithm of a sum of exponentials that underflow', () => {
  const e = parseExpression('log(exp(-x^2) + exp(-x^2))');
  expect(wideToNumber(evaluateExpression(wideNumbers, e, () => numberToWide(1e4)))).toBeCloseTo(-1e8 + Math.log(2), 6);
  expect(() => evaluateExpression(realNumbers, e, () => 1e4)).toThrow(DomainError);
});

it('refuse division by zero and roots of negative numbers', () => {
  expect(() => wideNumbers.divide(wideNumbers.one, wideNumbers.zero)).toThrow(DomainError);
  expect(() => evaluateExpression(wideNumbers, parseExpression('sqrt(x)'), () => numberToWide(-1))).toThrow(
    DomainError,
  );
});
