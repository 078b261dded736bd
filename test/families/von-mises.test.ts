import fc from 'fast-check';
import { expect, it } from 'vitest';
import { vonMises } from '../../src/families/index.ts';
import { density } from './density-checks.ts';

/** I_n(z) = (z/2)^n sum (z^2/4)^k/(k! (n + k)!) [DLMF 10.25.2], n = 0, 1. */
function bessel(n: number, z: number): number {
  let [term, total] = [(z / 2) ** n, 0];
  for (let k = 1; k < 60; k++) {
    total += term;
    term *= (z / 2) ** 2 / (k * (k + n));
  }
  return total;
}

it('the von Mises family has mass one, mean A (cos(mu), sin(mu)) with A = I1/I0, and E[cos^2(t - mu)] = 1 - A/kappa', () => {
  const parameters = fc.record({
    mu: fc.integer({ min: -32, max: 32 }).map((n) => n / 8),
    kappa: fc.integer({ min: 1, max: 64 }).map((n) => n / 8),
  });
  fc.assert(
    fc.property(parameters, ({ mu, kappa }) => {
      const p = density(vonMises(), { mu, kappa });
      const steps = 96;
      const mean = (f: (t: number) => number): number => {
        let total = 0;
        for (let k = 0; k < steps; k++) {
          const t = (2 * Math.PI * k) / steps;
          total += f(t) * p({ x1: Math.cos(t), x2: Math.sin(t) });
        }
        return (total * 2 * Math.PI) / steps;
      };
      const a = bessel(1, kappa) / bessel(0, kappa);
      expect(mean(() => 1)).toBeCloseTo(1, 12);
      expect(mean(Math.cos)).toBeCloseTo(a * Math.cos(mu), 12);
      expect(mean(Math.sin)).toBeCloseTo(a * Math.sin(mu), 12);
      expect(mean((t) => Math.cos(t - mu) ** 2)).toBeCloseTo(1 - a / kappa, 12);
    }),
  );
});
