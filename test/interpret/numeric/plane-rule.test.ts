import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DomainError } from '../../../src/errors.ts';
import { planeRule } from '../../../src/interpret/numeric/plane-rule.ts';

type Plane = (t: readonly number[]) => number;

function mean(logDensity: Plane, f: Plane, which: 'weights' | 'coarse' = 'weights'): number {
  const rule = planeRule({ logDensity, factors: (t) => [1, f(t)] });
  const sum = (g: Plane): number =>
    rule.nodes.reduce((total, t, k) => total + rule[which][k]! * Math.exp(logDensity(t)) * g(t), 0);
  return sum(f) / sum(() => 1);
}

it('gives the covariance of correlated Gaussians wherever they lie', () => {
  const part = fc.integer({ min: -9, max: 9 }).map((n) => n / 10);
  fc.assert(
    fc.property(part, part, (rho, centre) => {
      const log: Plane = ([x, y]) => {
        const [a, b] = [x! - 7 * centre, (y! + 3) / 2];
        return -(a * a - 2 * rho * a * b + b * b) / (2 * (1 - rho * rho));
      };
      const product: Plane = ([x, y]) => ((x! - 7 * centre) * (y! + 3)) / 2;
      expect(Math.abs(mean(log, product) - rho)).toBeLessThan(1e-9);
      expect(Math.abs(mean(log, product, 'coarse') - rho)).toBeLessThan(1e-6);
    }),
    { numRuns: 6 },
  );
});

it('refuses a density that does not fall off', () => {
  expect(() =>
    mean(
      ([x]) => -(x! ** 2),
      () => 1,
    ),
  ).toThrow(DomainError);
});
