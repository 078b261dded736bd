import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational, rationals } from '../../src/algebra/index.ts';
import {
  addQuantities,
  constantQuantity,
  divideQuantities,
  exponentialOfQuantity,
  logOfQuantity,
  type MixedDerivatives,
  multiplyQuantities,
  rootOfQuantity,
  subtractQuantities,
} from '../../src/derivation/mixed-derivatives.ts';
import { toNumber } from '../../src/derivation/scalar.ts';

const entry = fc.integer({ min: -6, max: 6 }).map((k) => rational(k));
const quantity = fc.array(entry, { minLength: 8, maxLength: 8 });
const invertible = fc
  .tuple(fc.integer({ min: 1, max: 6 }), quantity)
  .map(([value, rest]) => [rational(value), ...rest.slice(1)]);

describe('mixed derivatives', () => {
  it('form a commutative ring in which quotients undo products', () => {
    fc.assert(
      fc.property(quantity, quantity, quantity, invertible, (a, b, c, d) => {
        expect(multiplyQuantities(a, b)).toEqual(multiplyQuantities(b, a));
        expect(multiplyQuantities(a, addQuantities(b, c))).toEqual(
          addQuantities(multiplyQuantities(a, b), multiplyQuantities(a, c)),
        );
        expect(multiplyQuantities(divideQuantities(a, d), d)).toEqual(a);
        expect(multiplyQuantities(a, constantQuantity(rationals.one, 3))).toEqual(a);
      }),
    );
  });

  it('of log make a product a sum, up to rounding of the value', () => {
    fc.assert(
      fc.property(invertible, invertible, (a, b) => {
        const [whole, parts] = [
          logOfQuantity(multiplyQuantities(a, b)),
          addQuantities(logOfQuantity(a), logOfQuantity(b)),
        ];
        expect(whole.slice(1)).toEqual(parts.slice(1));
        expect(toNumber(whole[0])).toBeCloseTo(toNumber(parts[0]), 12);
      }),
    );
  });

  it('of x² y at (3, 5) are those found by hand', () => {
    const x: MixedDerivatives = [3, 1, 0, 0].map((k) => rational(k));
    const y: MixedDerivatives = [5, 0, 1, 0].map((k) => rational(k));
    // f = x² y: value 45, f_x = 2xy = 30, f_y = x² = 9, f_xy = 2x = 6; log f: 2/3, 1/5, 0.
    const f = multiplyQuantities(multiplyQuantities(x, x), y);
    expect(f).toEqual([45, 30, 9, 6].map((k) => rational(k)));
    expect(logOfQuantity(f).slice(1)).toEqual([rational(2, 3), rational(1, 5), rational(0)]);
  });

  it('have exponentials that logarithms undo, and roots whose squares they are', () => {
    fc.assert(
      fc.property(invertible, (b) => {
        const numbers = (a: MixedDerivatives): number[] => a.map(toNumber);
        const close = (a: MixedDerivatives, c: MixedDerivatives): void => {
          for (const [place, value] of numbers(a).entries()) {
            expect(Math.abs(value - numbers(c)[place])).toBeLessThan(1e-6 * Math.max(1, ...numbers(c).map(Math.abs)));
          }
        };
        close(logOfQuantity(exponentialOfQuantity(b)), b);
        const root = rootOfQuantity(b);
        close(multiplyQuantities(root, root), b);
        expect(subtractQuantities(addQuantities(b, root), root).map(toNumber)[0]).toBeCloseTo(toNumber(b[0]), 9);
      }),
    );
  });
});
