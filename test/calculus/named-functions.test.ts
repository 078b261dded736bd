import { expect, test } from 'vitest';
import { namedFunctions, parseExpression } from '../../src/calculus/index.ts';

test('functions that are not kernels are written in terms of others', () => {
  expect(parseExpression('gamma(x)')).toEqual(parseExpression('exp(lgamma(x))'));
  expect(parseExpression('polygamma(0, x)')).toEqual(parseExpression('digamma(x)'));
});

test('a wrong number of arguments, a wrong order and an unknown name are refused with what is known', () => {
  for (const text of ['exp(x, y)', 'beta(x)', 'polygamma(x)', 'polygamma(-1, x)', 'polygamma(y, x)', 'toString(x)']) {
    expect(() => parseExpression(text)).toThrow(/has no meaning here: .*polygamma\(n, x\)/);
  }
});

test('every function says how it is called', () => {
  for (const [name, { usage }] of Object.entries(namedFunctions)) expect(usage.startsWith(`${name}(`)).toBe(true);
});
