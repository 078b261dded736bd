import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gcdOfPolynomials,
  generatorsOf,
  isOnePolynomial,
  leadingCoefficient,
  multiplyPolynomials,
  type RationalFunction,
  rational,
  rationalFunctionKey,
  rationalFunctions,
  rationals,
} from '../../src/algebra/index.ts';
import { addPolynomials, equalPolynomials, isZeroPolynomial } from '../../src/algebra/polynomial.ts';
import { DomainError } from '../../src/errors.ts';
import { polynomials, rationalFunctionValues, rationalValues, x } from './sample-polynomials.ts';

const {
  add,
  subtract,
  multiply,
  divide,
  negate,
  sum,
  generator,
  fromInteger,
  fromRational,
  fromPolynomials,
  integerPower,
  derivation,
  zero,
  one,
} = rationalFunctions;
const denominators = polynomials({ terms: 3, degree: 2 }).filter((p) => !isZeroPolynomial(p));

function expectCanonical({ numerator, denominator }: RationalFunction): void {
  expect(isOnePolynomial(gcdOfPolynomials(numerator, denominator))).toBe(true);
  expect(leadingCoefficient(denominator) > 0).toBe(true);
}

describe('rational functions', () => {
  it('are in lowest terms after every operation', () => {
    fc.assert(
      fc.property(rationalFunctionValues, rationalFunctionValues, rationalFunctionValues, (a, b, c) => {
        const results = [
          add(a, b),
          subtract(a, b),
          multiply(a, b),
          negate(a),
          sum([a, b, c, a]),
          derivation(a, () => b),
        ];
        if (!isZeroPolynomial(b.numerator)) results.push(divide(a, b), integerPower(b, -2));
        for (const result of results) expectCanonical(result);
      }),
      { numRuns: 60 },
    );
  });

  it('have one canonical form for a/b + c/d: that of (a d + c b)/(b d)', () => {
    fc.assert(
      fc.property(polynomials(), denominators, polynomials(), denominators, (a, b, c, d) => {
        const plain = addPolynomials(multiplyPolynomials(a, d), multiplyPolynomials(c, b));
        expect(add(fromPolynomials(a, b), fromPolynomials(c, d))).toEqual(
          fromPolynomials(plain, multiplyPolynomials(b, d)),
        );
        expect(multiply(fromPolynomials(a, b), fromPolynomials(c, d))).toEqual(
          fromPolynomials(multiplyPolynomials(a, c), multiplyPolynomials(b, d)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('do not remember common factors', () => {
    fc.assert(
      fc.property(polynomials(), denominators, denominators, (a, b, factor) => {
        expect(fromPolynomials(multiplyPolynomials(a, factor), multiplyPolynomials(b, factor))).toEqual(
          fromPolynomials(a, b),
        );
      }),
    );
  });

  it('are summed in a list as pair by pair', () => {
    fc.assert(
      fc.property(fc.array(rationalFunctionValues, { maxLength: 6 }), (list) => {
        expect(sum(list)).toEqual(list.reduce(add, zero));
      }),
      { numRuns: 60 },
    );
  });

  it('contain the rational numbers', () => {
    fc.assert(
      fc.property(rationalValues, rationalValues, (a, b) => {
        expect(add(fromRational(a), fromRational(b))).toEqual(fromRational(rationals.add(a, b)));
        expect(multiply(fromRational(a), fromRational(b))).toEqual(fromRational(rationals.multiply(a, b)));
      }),
    );
    expect(fromRational(rational(-4, 6))).toEqual(divide(fromInteger(-2), fromInteger(3)));
  });

  it('have no quotient by the zero function', () => {
    const nothing = subtract(generator(0), generator(0));
    expect(() => divide(one, nothing)).toThrow(DomainError);
    expect(() => integerPower(nothing, -1)).toThrow(/division by zero/);
    expect(() => fromPolynomials(x, subtract(one, one).numerator)).toThrow(/denominator vanishes identically/);
    expect(integerPower(nothing, 3)).toEqual(zero);
    expect(integerPower(nothing, 0)).toEqual(one);
  });

  it('have whole powers that are repeated products', () => {
    fc.assert(
      fc.property(rationalFunctionValues, fc.integer({ min: 1, max: 4 }), (a, n) => {
        expect(integerPower(a, n)).toEqual(new Array(n).fill(a).reduce(multiply));
        if (!isZeroPolynomial(a.numerator)) expect(multiply(integerPower(a, n), integerPower(a, -n))).toEqual(one);
      }),
      { numRuns: 40 },
    );
  });

  it('have the derivations that their values on the generators fix: quotient rule', () => {
    fc.assert(
      fc.property(
        rationalFunctionValues,
        fc.array(rationalFunctionValues, { minLength: 3, maxLength: 3 }),
        (a, values) => {
          const along = (f: RationalFunction): RationalFunction => derivation(f, (index) => values[index]);
          const polynomial = (p: RationalFunction['numerator']): RationalFunction => fromPolynomials(p, one.numerator);
          const [n, d] = [polynomial(a.numerator), polynomial(a.denominator)];
          const quotientRule = divide(subtract(multiply(along(n), d), multiply(n, along(d))), multiply(d, d));
          expect(along(a)).toEqual(quotientRule);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('know their generators', () => {
    expect(generatorsOf(divide(generator(4), add(generator(1), one)))).toEqual([1, 4]);
    expect(generatorsOf(one)).toEqual([]);
  });

  it('share a key exactly when they are equal', () => {
    fc.assert(
      fc.property(rationalFunctionValues, rationalFunctionValues, (a, b) => {
        const same = equalPolynomials(a.numerator, b.numerator) && equalPolynomials(a.denominator, b.denominator);
        expect(rationalFunctions.equals(a, b)).toBe(same);
        expect(rationalFunctionKey(a) === rationalFunctionKey(b)).toBe(same);
      }),
    );
  });

  it('prefer pivots with few terms, and zero never', () => {
    expect(rationalFunctions.pivotQuality(zero)).toBe(0);
    expect(rationalFunctions.pivotQuality(generator(0))).toBeGreaterThan(
      rationalFunctions.pivotQuality(add(generator(0), one)),
    );
  });
});
