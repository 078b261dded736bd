import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { nearestSolution } from '../../src/derivation/linear-system.ts';
import {
  addQuantities,
  constantQuantity,
  type MixedDerivatives,
  multiplyQuantities,
} from '../../src/derivation/mixed-derivatives.ts';

const entry = fc.integer({ min: -4, max: 4 }).map((k) => rational(k));
const quantity = fc.array(entry, { minLength: 4, maxLength: 4 });
const row = fc.array(quantity, { minLength: 3, maxLength: 3 });
const dot = (a: readonly MixedDerivatives[], b: readonly MixedDerivatives[]): MixedDerivatives =>
  a.map((value, place) => multiplyQuantities(value, b[place])).reduce(addQuantities);

describe('the nearest solution of linear equations', () => {
  it('solves them with all derivatives, for as many unknowns or more, by exact fractions', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), row, row, (rows, values, start) => {
        const right = rows.map((_, place) => values[place]);
        try {
          const solution = nearestSolution(rows, right, start);
          expect(rows.map((one) => dot(one, solution))).toEqual(right);
        } catch (error) {
          expect(String(error)).toContain('no solution');
        }
      }),
    );
  });

  it('is the start where that solves them, and differs from it by the rows alone', () => {
    const constant = (k: number): MixedDerivatives => constantQuantity(rational(k), 0);
    const rows = [[constant(3), constant(4)]];
    expect(nearestSolution(rows, [constant(11)], [constant(1), constant(2)])).toEqual([constant(1), constant(2)]);
    // (0, 0) + (3, 4) 25/25
    expect(nearestSolution(rows, [constant(25)], [constant(0), constant(0)])).toEqual([constant(3), constant(4)]);
  });

  it('is refused where the rows are dependent at θ, unless they repeat others', () => {
    const [nilpotent, zero, one] = [
      [rational(0), rational(1)],
      constantQuantity(rational(0), 1),
      constantQuantity(rational(1), 1),
    ];
    expect(() => nearestSolution([[nilpotent]], [zero], [one])).toThrow('no solution');
    expect(() => nearestSolution([[nilpotent]], [nilpotent], [zero])).toThrow('no solution');
    const row = [one, nilpotent];
    expect(() => nearestSolution([row, row], [one, zero], [zero, zero])).toThrow('no solution');
    const solution = nearestSolution([row, row], [one, one], [zero, zero]);
    expect(dot(row, solution)).toEqual(one);
  });
});
