import { expect, test } from 'vitest';
import { rational } from '../../../src/algebra/index.ts';
import { parseExpression } from '../../../src/calculus/index.ts';
import { DomainError } from '../../../src/errors.ts';
import type { Family } from '../../../src/families/index.ts';
import { type SamplePoints, samplePoints } from '../../../src/interpret/index.ts';

/** exp(l) on the circle of angles, unnormalised: only the points matter here. */
function onCircle(logDensity: string): Family {
  return {
    name: 'test',
    summary: 'on the circle',
    coordinates: [{ name: 'kappa', domain: 'positive' }],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'circle', variables: ['x'] },
    logDensity: parseExpression(logDensity),
    normalised: true,
  };
}

function integral({ variables, weights }: SamplePoints, f: (x: number) => number): number {
  return variables['x']!.reduce((sum, x, k) => sum + weights[k]! * f(x), 0);
}

test('integrals over the circle are those of Bessel functions, to rounding', () => {
  // The integral of exp(kappa cos x) cos(n x) is 2 pi I_n(kappa); I_0(2), I_1(2) from DLMF 10.25.2 by its series.
  const bessel = (n: number, z: number): number => {
    let [term, total] = [(z / 2) ** n / (n === 0 ? 1 : n), 0];
    for (let k = 1; k < 40; k++) {
      total += term;
      term *= (z / 2) ** 2 / (k * (k + n));
    }
    return total;
  };
  const { fine, coarse } = samplePoints(onCircle('kappa*0'), { kappa: rational(2) });
  expect(integral(fine, () => 1)).toBeCloseTo(2 * Math.PI, 13);
  expect(coarse!.weights.length).toBeLessThan(fine.weights.length);
  for (const n of [0, 1]) {
    const value = integral(fine, (x) => Math.exp(2 * Math.cos(x)) * Math.cos(n * x));
    expect(value).toBeCloseTo(2 * Math.PI * bessel(n, 2), 11);
  }
});

test('a density with a jump at angle 0 is refused', () => {
  expect(() => samplePoints(onCircle('kappa*x'), { kappa: rational(1) })).toThrow(DomainError);
});
