import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { beta, dirichlet } from '../../src/families/index.ts';
import { density, probability, shape } from './density-checks.ts';

describe('the Dirichlet family', () => {
  it('has mass one: breaking off x1 = u, then x2 = (1 - u) v, its density is a product of beta densities', () => {
    fc.assert(
      fc.property(shape, shape, shape, probability, probability, (a1, a2, a3, u, v) => {
        const whole = density(dirichlet(3), { a1, a2, a3 })({ x1: u, x2: (1 - u) * v, x3: (1 - u) * (1 - v) });
        const first = density(beta(), { a: a1, b: a2 + a3 })({ x: u, y: 1 - u });
        const second = density(beta(), { a: a2, b: a3 })({ x: v, y: 1 - v });
        // dx1 dx2 = (1 - u) du dv
        expect(Math.abs(whole * (1 - u) - first * second)).toBeLessThan(1e-11 * (1 + first * second));
      }),
    );
  });

  it('is the beta family for two proportions', () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, x) => {
        const two = density(dirichlet(2), { a1: a, a2: b })({ x1: x, x2: 1 - x });
        expect(two).toBeCloseTo(density(beta(), { a, b })({ x, y: 1 - x }), 10);
      }),
    );
  });

  it.each([1, 2.5, 21])('refuses %d proportions', (n) => {
    expect(() => dirichlet(n)).toThrow(InputError);
    expect(() => dirichlet(n)).toThrow(`2 to 20 concentrations, got n = ${n}`);
  });
});
