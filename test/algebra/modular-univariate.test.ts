import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { primeField } from '../../src/algebra/modular.ts';
import {
  addMultiple,
  divideUnivariate,
  evaluateUnivariate,
  gcdUnivariate,
  monicUnivariate,
  multiplyUnivariate,
  trimmed,
} from '../../src/algebra/modular-univariate.ts';

const field = primeField(101);
const univariates = fc.array(fc.nat(100), { maxLength: 6 }).map((list) => trimmed(Float64Array.from(list)));
const nonzero = univariates.filter((a) => a.length > 0);

describe('polynomials in one variable over a prime field', () => {
  it('are divided with a remainder of smaller degree: a = q b + r', () => {
    fc.assert(
      fc.property(univariates, nonzero, (a, b) => {
        const { quotient, remainder } = divideUnivariate(a, b, field);
        expect(remainder.length).toBeLessThan(b.length);
        const product = quotient.length === 0 ? quotient : multiplyUnivariate(quotient, b, field);
        expect(addMultiple(product, remainder, 1, field)).toEqual(a);
      }),
    );
  });

  it('have values that multiply and add', () => {
    fc.assert(
      fc.property(nonzero, nonzero, fc.nat(100), fc.nat(100), (a, b, c, point) => {
        const [x, y] = [evaluateUnivariate(a, point, field), evaluateUnivariate(b, point, field)];
        expect(evaluateUnivariate(multiplyUnivariate(a, b, field), point, field)).toBe(field.multiply(x, y));
        expect(evaluateUnivariate(addMultiple(a, b, c, field), point, field)).toBe(field.add(x, field.multiply(c, y)));
      }),
    );
  });

  it('have a monic gcd that divides both and takes out common factors', () => {
    fc.assert(
      fc.property(nonzero, nonzero, nonzero, (a, b, common) => {
        const [p, q] = [multiplyUnivariate(a, common, field), multiplyUnivariate(b, common, field)];
        const gcd = gcdUnivariate(p, q, field);
        for (const dividend of [p, q]) expect(divideUnivariate(dividend, gcd, field).remainder).toHaveLength(0);
        expect(gcd).toEqual(monicUnivariate(multiplyUnivariate(gcdUnivariate(a, b, field), common, field), field));
      }),
    );
  });
});
