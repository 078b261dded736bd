import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import { checkPoint, gamma, wishart } from '../../src/families/index.ts';
import { density } from './density-checks.ts';

describe('the Wishart density', () => {
  it('of 1 x 1 matrices is that of the gamma distribution with shape nu/2 and scale 2 v', () => {
    const part = fc.integer({ min: 1, max: 40 }).map((n) => n / 8);
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1, max: 9 }), (v, x, nu) => {
        const value = density(wishart(1, rational(nu)), { v11: v })({ x11: x });
        const expected = density(gamma(), { k: nu / 2, theta: 2 * v })({ x });
        expect(Math.abs(value - expected)).toBeLessThan(1e-12 * (1 + expected));
      }),
    );
  });

  it('of 2 x 2 matrices has mass one and mean nu V', () => {
    const [nu, v] = [5, { v11: 1, v12: 0.5, v22: 1.5 }];
    const p = density(wishart(2, rational(nu)), v);
    // X = L L^t with L = [[a, 0], [b, c]], a = exp(s), c = exp(t): dX = 4 a^2 c da db dc.
    const step = 1 / 5;
    const [mass, x11, x12, x22] = [0, 0, 0, 0].map(() => ({ total: 0 }));
    for (let s = -3.2; s <= 2; s += step) {
      for (let t = -3.2; t <= 2; t += step) {
        for (let b = -9; b <= 11; b += 3 * step) {
          const [a, c] = [Math.exp(s), Math.exp(t)];
          const X = { x11: a * a, x12: a * b, x22: b * b + c * c };
          const weight = p(X) * 4 * a ** 3 * c * c * step * step * 3 * step;
          mass.total += weight;
          x11.total += weight * X.x11;
          x12.total += weight * X.x12;
          x22.total += weight * X.x22;
        }
      }
    }
    expect(mass.total).toBeCloseTo(1, 6);
    expect(x11.total).toBeCloseTo(nu * v.v11, 5);
    expect(x12.total).toBeCloseTo(nu * v.v12, 5);
    expect(x22.total).toBeCloseTo(nu * v.v22, 5);
  });
});

it('degrees of freedom exceed p - 1, and the scale matrix is positive definite', () => {
  expect(() => wishart(2, rational(1))).toThrow(new InputError('nu must exceed p - 1 = 1, got 1'));
  expect(() => wishart(2, rational(11, 10))).not.toThrow();
  expect(() => wishart(0)).toThrow('a Wishart family has 1 to 5 rows, got p = 0');
  const point = { v11: rational(1), v12: rational(1), v22: rational(1) };
  expect(() => checkPoint(wishart(2), point)).toThrow(/v11 \* v22 - v12 \^ 2 must be positive, got 0/);
});
