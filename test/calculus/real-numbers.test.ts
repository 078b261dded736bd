import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { realNumbers } from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';

it('the logarithm of a real number is that of its modulus, as in closed forms', () => {
  expect(realNumbers.log(-Math.E)).toBe(1);
  expect(realNumbers.exp(0)).toBe(1);
});

it('real numbers refuse what is undefined rather than give infinities or NaN', () => {
  expect(() => realNumbers.divide(1, 0)).toThrow(DomainError);
  expect(() => realNumbers.log(0)).toThrow(/logarithm of zero/);
  expect(() => realNumbers.power(0, rational(-1))).toThrow(/division by zero/);
  expect(() => realNumbers.power(-2, rational(1, 2))).toThrow(/root of the negative number -2/);
  expect(realNumbers.power(-2, rational(3))).toBe(-8);
});
