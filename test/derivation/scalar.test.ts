import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import {
  addScalars,
  divideScalars,
  exponentialOfScalar,
  isExactZero,
  logOfScalar,
  multiplyScalars,
  printScalar,
  readScalar,
  rootOfScalar,
  type Scalar,
  storedScalar,
  subtractScalars,
  toNumber,
  withVisibleRounding,
} from '../../src/derivation/scalar.ts';

const fraction = fc
  .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }))
  .map(([a, b]) => rational(a, b));

describe('scalars', () => {
  it('are exact as long as both are, and close to the doubles', () => {
    const operations: readonly [(a: Scalar, b: Scalar) => Scalar, (a: number, b: number) => number][] = [
      [addScalars, (a, b) => a + b],
      [subtractScalars, (a, b) => a - b],
      [multiplyScalars, (a, b) => a * b],
    ];
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        for (const [exact, plain] of operations) {
          expect(typeof exact(a, b)).toBe('object');
          expect(toNumber(exact(a, b))).toBeCloseTo(plain(toNumber(a), toNumber(b)), 9);
          expect(toNumber(exact(toNumber(a), b))).toBeCloseTo(plain(toNumber(a), toNumber(b)), 9);
        }
        if (!isExactZero(b)) expect(multiplyScalars(divideScalars(a, b), b)).toEqual(a);
      }),
    );
  });

  it('stay exact in a product with zero and in log 1', () => {
    expect(isExactZero(multiplyScalars(rational(0), Math.PI))).toBe(true);
    expect(isExactZero(logOfScalar(rational(1)))).toBe(true);
    expect(logOfScalar(rational(2))).toBe(Math.log(2));
  });

  it('are undefined for a division by zero and the logarithm of what is not positive', () => {
    expect(() => divideScalars(rational(1), rational(0))).toThrow('division by zero');
    expect(() => logOfScalar(rational(0))).toThrow('not positive');
    expect([rational(8), rational(-1, 2), 0.25].map(printScalar)).toEqual(['8', '-1/2', '0.25']);
  });

  it('have exact roots of squares and exp 0, and doubles otherwise', () => {
    expect(rootOfScalar(rational(9, 4))).toEqual(rational(3, 2));
    expect(rootOfScalar(rational(2))).toBe(Math.SQRT2);
    expect(() => rootOfScalar(rational(0))).toThrow('not positive');
    expect(exponentialOfScalar(rational(0))).toEqual(rational(1));
    expect(exponentialOfScalar(rational(1))).toBe(Math.E);
  });

  it('are stored so that doubles stay doubles and fractions exact', () => {
    for (const value of [rational(1, 3), rational(-7), 0.1, 3, 1e-300]) {
      expect(readScalar(storedScalar(value))).toEqual(value);
    }
  });

  it('show their rounding on demand, fractions having none', () => {
    const lost = () => subtractScalars(addScalars(1e12, logOfScalar(rational(2))), 1e12); // log 2 with four digits
    const sum = () => addScalars(logOfScalar(rational(2)), logOfScalar(rational(3)));
    const change = (of: () => Scalar) => Math.abs(toNumber(withVisibleRounding(1, of)) - toNumber(of()));
    expect(change(lost)).toBeGreaterThan(1e-3);
    expect(change(sum)).toBeGreaterThan(0);
    expect(change(sum)).toBeLessThan(1e-11);
    expect(withVisibleRounding(1, () => addScalars(rational(1, 3), rational(1, 6)))).toEqual(rational(1, 2));
    expect(withVisibleRounding(2, lost)).not.toBe(withVisibleRounding(1, lost));
    expect(lost()).toBe(lost());
    expect(() =>
      withVisibleRounding(1, () => {
        throw new Error('within');
      }),
    ).toThrow('within');
    expect(addScalars(0.5, 0.25)).toBe(0.75);
  });
});
