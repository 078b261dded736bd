import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beta } from '../../src/families/index.ts';
import { density, intervalIntegral, shape } from './density-checks.ts';

it('the beta family has mass one, mean a/(a + b) and variance ab/((a + b)^2 (a + b + 1))', () => {
  fc.assert(
    fc.property(shape, shape, (a, b) => {
      const p = density(beta(), { a, b });
      const mean = (f: (x: number) => number): number => intervalIntegral((x, y) => f(x) * p({ x, y }));
      const [first, total] = [a / (a + b), a + b];
      expect(Math.abs(mean(() => 1) - 1)).toBeLessThan(1e-11);
      expect(Math.abs(mean((x) => x) - first)).toBeLessThan(1e-11);
      expect(Math.abs(mean((x) => (x - first) ** 2) - (a * b) / (total ** 2 * (total + 1)))).toBeLessThan(1e-11);
    }),
    { numRuns: 6 },
  );
});
