import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRational, rational } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import {
  centredMultivariateNormal,
  checkPoint,
  diagonalMultivariateNormal,
  type Family,
  fixedCovarianceMultivariateNormal,
  isotropicMultivariateNormal,
  multivariateNormal,
} from '../../src/families/index.ts';
import { density, type Values } from './density-checks.ts';

/**
 * Mass, mean and covariance of a density on the plane at a point, by equal steps: spectrally accurate for densities that
 * are negligible at |x| = 22.
 */
function summary(family: Family, point: Values): number[] {
  const p = density(family, point);
  const step = 1 / 2;
  const moments = [0, 0, 0, 0, 0, 0];
  for (let x1 = -22; x1 <= 22; x1 += step) {
    for (let x2 = -22; x2 <= 22; x2 += step) {
      const mass = p({ x1, x2 }) * step * step;
      [1, x1, x2, x1 * x1, x1 * x2, x2 * x2].forEach((f, k) => {
        moments[k] += mass * f;
      });
    }
  }
  const [mass, m1, m2, m11, m12, m22] = moments;
  return [mass, m1, m2, m11 - m1 * m1, m12 - m1 * m2, m22 - m2 * m2];
}

// Variances from 2 on, so that half steps resolve the density; correlations up to 0.8.
const number = (min: number, max: number) => fc.integer({ min: 8 * min, max: 8 * max }).map((n) => n / 8);
const points = fc
  .record({ mu1: number(-2, 2), mu2: number(-2, 2), s11: number(2, 5), s22: number(2, 5), r: number(-0.75, 0.75) })
  .map(({ r, ...rest }) => ({ ...rest, s12: r * 2 }));

describe('the density in two variables has mass one, and the mean and covariance of its coordinates:', () => {
  const kinds: readonly (readonly [Family, (p: Values) => { point: Values; expected: number[] }])[] = [
    [
      multivariateNormal(2),
      (p) => ({ point: p, expected: [1, p['mu1'], p['mu2'], p['s11'], p['s12'], p['s22']] as number[] }),
    ],
    [
      centredMultivariateNormal(2),
      (p) => ({ point: p, expected: [1, 0, 0, p['s11'], p['s12'], p['s22']] as number[] }),
    ],
    [
      fixedCovarianceMultivariateNormal(2, { s11: rational(3), s12: rational(-1), s22: rational(2) }),
      ({ mu1, mu2 }) => ({ point: { mu1, mu2 }, expected: [1, mu1, mu2, 3, -1, 2] }),
    ],
    [
      diagonalMultivariateNormal(2),
      (p) => ({
        point: { ...p, sigma1: Math.sqrt(p['s11'] as number), sigma2: Math.sqrt(p['s22'] as number) },
        expected: [1, p['mu1'], p['mu2'], p['s11'], 0, p['s22']] as number[],
      }),
    ],
    [
      isotropicMultivariateNormal(2),
      (p) => ({
        point: { ...p, sigma: Math.sqrt(p['s11'] as number) },
        expected: [1, p['mu1'], p['mu2'], p['s11'], 0, p['s11']] as number[],
      }),
    ],
  ];

  it.each(kinds.map(([family, at]) => [family.name, family, at] as const))('%s', (_, family, at) => {
    fc.assert(
      fc.property(points, (p) => {
        const { point, expected } = at(p);
        summary(family, point).forEach((value, k) => {
          expect(Math.abs(value - expected[k])).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 2 },
    );
  });

  it('which a determinant in the wrong place would not leave so', () => {
    const family = multivariateNormal(2);
    const terms = family.logDensity.kind === 'add' ? family.logDensity.terms : [];
    const wrong: Family = { ...family, logDensity: { kind: 'add', terms: terms.slice(0, 2) } };
    expect(summary(wrong, { mu1: 0, mu2: 0, s11: 2, s12: 0, s22: 2 })[0]).not.toBeCloseTo(1, 3);
  });
});

describe('a covariance', () => {
  const exact = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, parseRational(text)]));

  it('is positive definite: each leading minor must be positive', () => {
    const family = centredMultivariateNormal(3);
    const point = { s11: '1', s12: '0', s13: '0', s22: '1', s23: '0', s33: '1' };
    expect(() => checkPoint(family, exact(point))).not.toThrow();
    expect(() => checkPoint(family, exact({ ...point, s12: '1' }))).toThrow(
      /outside the domain of multivariate-normal-centred: s11 \* s22 - s12 \^ 2 must be positive, got 0/,
    );
    expect(() => checkPoint(family, exact({ ...point, s23: '1.1' }))).toThrow(/must be positive, got -0.21/);
    expect(() => checkPoint(family, exact({ ...point, s33: '-1' }))).toThrow('s33 must be positive');
  });

  it('that is fixed takes values by the names of its entries', () => {
    const values = { s11: rational(1), s12: rational(2), s22: rational(1) };
    expect(() => fixedCovarianceMultivariateNormal(2, { s21: rational(1) })).toThrow(
      'unknown entry "s21" of the covariance: its entries are s11, s12, s22',
    );
    expect(() => fixedCovarianceMultivariateNormal(2, values)).toThrow('the covariance is not positive definite');
    expect(() => fixedCovarianceMultivariateNormal(2, { s11: rational(-1) })).toThrow('s11 must be positive, got -1');
  });
});

it('sizes are whole, and small where determinants are written out', () => {
  expect(() => multivariateNormal(7)).toThrow(new InputError('this normal family has 1 to 6 variables, got n = 7'));
  expect(() => multivariateNormal(1.5)).toThrow(InputError);
  expect(diagonalMultivariateNormal(20).coordinates).toHaveLength(40);
});
