import { expect, test } from 'vitest';
import { evaluateExpression, namedFunctions, parseExpression, realNumbers } from '../../src/calculus/index.ts';

test('functions that are not kernels are written in terms of others', () => {
  expect(parseExpression('gamma(x)')).toEqual(parseExpression('exp(lgamma(x))'));
  expect(parseExpression('polygamma(0, x)')).toEqual(parseExpression('digamma(x)'));
});

test('the functions of mathjs by their defining formulas', () => {
  const same: readonly [string, string][] = [
    ['x!', 'gamma(x + 1)'],
    ['factorial(x)', 'x!'],
    ['cbrt(x)', 'x^(1/3)'],
    ['square(x)', 'x^2'],
    ['cube(x)', 'x^3'],
    ['pow(x, y)', 'x^y'],
    ['log(x, y)', 'log(x)/log(y)'],
    ['log2(x)', 'log(x, 2)'],
    ['log10(x)', 'log(x, 10)'],
    ['expm1(x)', 'exp(x) + (-1)'],
    ['log1p(x)', 'log(1 + x)'],
    ['combinations(x, y)', 'exp(lgamma(x + 1) - lgamma(y + 1) + (-lgamma(x - y + 1)))'],
  ];
  const names: Record<string, number> = { x: 5.5, y: 2.25 };
  const numberOf = (text: string): number =>
    evaluateExpression(realNumbers, parseExpression(text), (name) => names[name]);
  for (const [text, formula] of same) expect(numberOf(text), text).toBeCloseTo(numberOf(formula), 12);
});

test('values that textbooks give: 5! = 120, C(10, 3) = 120, cbrt 27 = 3, log2 8 = 3, log10 1000 = 3', () => {
  const numberOf = (text: string): number => evaluateExpression(realNumbers, parseExpression(text), () => Number.NaN);
  expect(numberOf('5!')).toBeCloseTo(120, 9);
  expect(numberOf('-3!')).toBeCloseTo(-6, 12); // the factorial binds before the sign
  expect(numberOf('combinations(10, 3)')).toBeCloseTo(120, 9);
  expect(numberOf('cbrt(27)')).toBeCloseTo(3, 12);
  expect(numberOf('log2(8)')).toBeCloseTo(3, 12);
  expect(numberOf('log10(1000)')).toBeCloseTo(3, 12);
});

test('Gamma alternates in sign below 0: Gamma(-1/2) = -2 sqrt(pi), Gamma(-3/2) = 4 sqrt(pi)/3, B(-1/2, 1) = -2', () => {
  const numberOf = (text: string): number => evaluateExpression(realNumbers, parseExpression(text), () => Number.NaN);
  const root = Math.sqrt(Math.PI);
  expect(numberOf('gamma(-1/2)')).toBeCloseTo(-2 * root, 12);
  expect(numberOf('gamma(-3/2)')).toBeCloseTo((4 / 3) * root, 12);
  expect(numberOf('(-3/2)!')).toBeCloseTo(-2 * root, 12);
  expect(numberOf('beta(-1/2, 1)')).toBeCloseTo(-2, 12);
  expect(numberOf('combinations(1/2, 2)')).toBeCloseTo(-1 / 8, 12); // (1/2)(-1/2)/2
  expect(() => numberOf('gamma(-1)')).toThrow();
  expect(() => parseExpression('gamma(-1000.5)')).toThrow('not at -1000.5');
});

test('a wrong number of arguments, a wrong order and an unknown name are refused with what is known', () => {
  for (const text of [
    'exp(x, y)',
    'log(x, y, z)',
    'beta(x)',
    'combinations(x)',
    'pow(x)',
    'polygamma(x)',
    'polygamma(-1, x)',
    'polygamma(y, x)',
    'toString(x)',
  ]) {
    expect(() => parseExpression(text)).toThrow(/has no meaning here: .*polygamma\(n, x\)/);
  }
});

test('every function says how it is called', () => {
  for (const [name, { usage }] of Object.entries(namedFunctions)) expect(usage.startsWith(`${name}(`)).toBe(true);
});
