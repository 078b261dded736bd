import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import {
  constantValue,
  evaluateExpression,
  expressionEvaluator,
  parseExpression,
  rationalNumbers,
  realNumbers,
  wholeExponent,
} from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';

const none = (name: string): never => {
  throw new Error(`no value for ${name}`);
};

describe('an expression', () => {
  it.each([
    ['1 + 2*3 - 4/8', 13, 2],
    ['(-2)^3', -8, 1],
    ['-2^2', -4, 1],
    ['2^(1 - 3)', 1, 4],
    ['2^-(4/2)', 1, 4],
  ])('%s has the value %i/%i in the rational numbers', (text, numerator, denominator) => {
    expect(evaluateExpression(rationalNumbers, parseExpression(text), none)).toEqual(rational(numerator, denominator));
  });

  it('has roots, exponentials, logarithms and powers with any exponent in the real numbers', () => {
    const value = (text: string): number => evaluateExpression(realNumbers, parseExpression(text), () => 2);
    expect(value('sqrt(x) + x^(1/2)')).toBeCloseTo(2 * Math.SQRT2, 14);
    expect(value('x^x')).toBeCloseTo(4, 14);
    expect(value('log(exp(x))')).toBeCloseTo(2, 14);
  });
});

describe('the constant value', () => {
  it('is that of expressions of numbers', () => {
    expect(constantValue(parseExpression('-(1/2 + 3)*2'))).toEqual(rational(-7));
  });

  it.each(['x', 'exp(0)', '1 + x', '2^3'])('is not looked for in %s', (text) => {
    expect(constantValue(parseExpression(text))).toBeNull();
  });
});

it('whole exponents are numbers; others name what has no such power', () => {
  expect(wholeExponent(rational(-3), 'x')).toBe(-3);
  expect(() => wholeExponent(rational(1, 2), 'a sum')).toThrow(UnsupportedError);
  expect(() => wholeExponent(rational(1, 2), 'a sum')).toThrow(/^a sum to the power 1\/2 has no closed form here/);
});

it('parts that are shared as one object are evaluated once, however deep the nesting', () => {
  let doubled = parseExpression('x + 0');
  for (let k = 0; k < 60; k++) doubled = { kind: 'add', terms: [doubled, doubled] };
  expect(expressionEvaluator(realNumbers, () => 1)(doubled)).toBe(2 ** 60);
});
