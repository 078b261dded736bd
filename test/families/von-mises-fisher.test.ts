import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import { checkPoint, vonMisesFisher } from '../../src/families/index.ts';
import { density, sphereIntegral } from './density-checks.ts';

const parameters = fc.record({
  kappa: fc.integer({ min: 1, max: 40 }).map((n) => n / 8),
  theta: fc.integer({ min: 1, max: 24 }).map((n) => n / 8),
  phi: fc.integer({ min: -24, max: 24 }).map((n) => n / 8),
});

describe('the von Mises-Fisher family', () => {
  it('has mass one, E[m . x] = coth(kappa) - 1/kappa = A about its mean direction m, E[(m . x)^2] = 1 - 2 A/kappa', () => {
    fc.assert(
      fc.property(parameters, ({ kappa, theta, phi }) => {
        const p = density(vonMisesFisher(), { kappa, theta, phi });
        const m = [Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta)];
        const mean = (f: (x: readonly number[]) => number): number =>
          sphereIntegral((x) => f(x) * p({ x1: x[0], x2: x[1], x3: x[2] }));
        const along = (x: readonly number[]): number => m[0] * x[0] + m[1] * x[1] + m[2] * x[2];
        const a = 1 / Math.tanh(kappa) - 1 / kappa;
        expect(mean(() => 1)).toBeCloseTo(1, 11);
        expect(mean(along)).toBeCloseTo(a, 11);
        expect(mean((x) => along(x) ** 2)).toBeCloseTo(1 - (2 * a) / kappa, 11);
        expect(mean(([x]) => x)).toBeCloseTo(a * m[0], 11);
        expect(mean(([, y]) => y)).toBeCloseTo(a * m[1], 11);
      }),
      { numRuns: 3 },
    );
  });

  it('has its colatitude between 0 and pi', () => {
    const at = (theta: number) => ({ kappa: rational(1), theta: rational(theta), phi: rational(9) });
    expect(() => checkPoint(vonMisesFisher(), at(1))).not.toThrow();
    expect(() => checkPoint(vonMisesFisher(), at(0))).toThrow(InputError);
    expect(() => checkPoint(vonMisesFisher(), at(4))).toThrow('sin(theta) must be positive');
  });
});
