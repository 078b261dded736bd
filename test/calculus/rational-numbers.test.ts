import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { rationalNumbers } from '../../src/calculus/index.ts';
import { DomainError, UnsupportedError } from '../../src/errors.ts';

it('rational numbers have whole powers', () => {
  expect(rationalNumbers.power(rational(-2, 3), rational(3))).toEqual(rational(-8, 27));
  expect(rationalNumbers.power(rational(-2, 3), rational(-3))).toEqual(rational(-27, 8));
  expect(rationalNumbers.power(rational(0), rational(0))).toEqual(rational(1));
  expect(() => rationalNumbers.power(rational(0), rational(-1))).toThrow(DomainError);
});

it('rational numbers have no roots, exponentials and logarithms', () => {
  expect(() => rationalNumbers.power(rational(2), rational(1, 2))).toThrow(UnsupportedError);
  expect(() => rationalNumbers.exp(rational(1))).toThrow(/exp of a rational number is irrational in general/);
  expect(() => rationalNumbers.log(rational(2))).toThrow(UnsupportedError);
});
