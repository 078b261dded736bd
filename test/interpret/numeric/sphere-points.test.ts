import { expect, test } from 'vitest';
import { rational } from '../../../src/algebra/index.ts';
import { parseExpression } from '../../../src/calculus/index.ts';
import { DomainError, UnsupportedError } from '../../../src/errors.ts';
import type { Family } from '../../../src/families/index.ts';
import { type SamplePoints, samplePoints } from '../../../src/interpret/index.ts';
import { gaussLegendre } from '../../../src/interpret/numeric/sphere-points.ts';

function onSphere(dimensions: number, logDensity = 'kappa*x1'): Family {
  return {
    name: 'test',
    summary: 'on a sphere',
    coordinates: [{ name: 'kappa', domain: 'positive' }],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'sphere', variables: ['x1', 'x2', 'x3', 'x4'].slice(0, dimensions) },
    logDensity: parseExpression(logDensity),
    normalised: true,
  };
}

const at = (kappa: number) => ({ kappa: rational(kappa) });

function integral({ variables, weights }: SamplePoints, f: (x: readonly number[]) => number): number {
  return weights.reduce((sum, w, k) => sum + w * f(Object.values(variables).map((column) => column[k]!)), 0);
}

test('Gauss and Legendre integrate polynomials of degree 2 n - 1 exactly, and no further', () => {
  for (const n of [1, 2, 5, 16]) {
    const { nodes, weights } = gaussLegendre(n);
    const power = (k: number) => nodes.reduce((sum, x, i) => sum + weights[i]! * x ** k, 0);
    for (let k = 0; k < 2 * n; k++) expect(power(k)).toBeCloseTo(k % 2 === 0 ? 2 / (k + 1) : 0, 13);
    if (n < 16) expect(Math.abs(power(2 * n) - 2 / (2 * n + 1))).toBeGreaterThan(1e-4);
  }
});

test('monomials over the sphere have the integrals of the textbook', () => {
  // The integral of x1^2a x2^2b x3^2c is 2 Gamma(a + 1/2) Gamma(b + 1/2) Gamma(c + 1/2)/Gamma(a + b + c + 3/2)
  // [Folland 2001, How to integrate a polynomial over a sphere].
  const { fine, coarse } = samplePoints(onSphere(3), at(1));
  expect(coarse!.weights.length).toBeLessThan(fine.weights.length);
  expect(integral(fine, () => 1)).toBeCloseTo(4 * Math.PI, 12);
  expect(integral(fine, ([x, y, z]) => x! ** 2 * y! ** 2 * z! ** 2)).toBeCloseTo((4 * Math.PI) / 105, 13);
  expect(integral(fine, ([x, , z]) => x! ** 2 + 0 * z!)).toBeCloseTo((4 * Math.PI) / 3, 13);
  expect(integral(fine, ([x, y, z]) => x! * y! ** 2 + z! ** 3)).toBeCloseTo(0, 13);
  for (const norm of fine.weights.map((_, k) => Math.hypot(...Object.values(fine.variables).map((c) => c[k]!))))
    expect(norm).toBeCloseTo(1, 14);
});

test('a concentrated density takes more circles: the integral of exp(kappa x1) is 4 pi sinh(kappa)/kappa', () => {
  for (const kappa of [1, 12, 50]) {
    const { fine } = samplePoints(onSphere(3), at(kappa));
    const exact = (4 * Math.PI * Math.sinh(kappa)) / kappa;
    expect(integral(fine, ([x]) => Math.exp(kappa * x!)) / exact).toBeCloseTo(1, 11);
  }
});

test('two variables are the circle; jumps and more dimensions are refused', () => {
  const { fine } = samplePoints(onSphere(2), at(1));
  expect(integral(fine, ([x]) => x! ** 2)).toBeCloseTo(Math.PI, 13);
  expect(() => samplePoints(onSphere(4), at(1))).toThrow(UnsupportedError);
  expect(() => samplePoints(onSphere(3, 'kappa*log(x3)'), at(1))).toThrow(DomainError);
});
