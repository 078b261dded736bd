import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError } from '../../../src/errors.ts';
import { lineQuadrature, type QuadratureRule } from '../../../src/interpret/index.ts';

function integral({ nodes, weights }: QuadratureRule, f: (x: number) => number): number {
  return nodes.reduce((sum, x, k) => sum + weights[k]! * f(x), 0);
}

test('a normal density has mass 1 and its moments, wherever it lies and however wide it is', () => {
  const magnitude = fc.integer({ min: -6, max: 6 }).map((k) => 10 ** (k / 2));
  fc.assert(
    fc.property(fc.double({ min: -8, max: 8, noNaN: true }), magnitude, (offset, width) => {
      const center = offset * width;
      const log = (x: number) => -(((x - center) / width) ** 2) / 2 - Math.log(width) - Math.log(2 * Math.PI) / 2;
      const { fine, coarse } = lineQuadrature(log);
      const standard = (k: number) => (x: number) => Math.exp(log(x)) * ((x - center) / width) ** k;
      const exact = [1, 0, 1, 0, 3, 0, 15];
      exact.forEach((moment, k) => {
        expect(integral(fine, standard(k))).toBeCloseTo(moment, 11);
      });
      // The difference of the two rules bounds the error, up to rounding.
      const error = Math.abs(integral(fine, standard(4)) - 3);
      expect(error).toBeLessThanOrEqual(Math.abs(integral(fine, standard(4)) - integral(coarse, standard(4))) + 1e-12);
    }),
    { numRuns: 60 },
  );
});

test('tails that fall off like a power or an exponential are covered', () => {
  // Logistic: mass 1, variance pi^2/3. Student with 9 degrees of freedom: mass 1, variance 9/7.
  const logistic = (x: number) => -Math.abs(x) - 2 * Math.log1p(Math.exp(-Math.abs(x)));
  const rule = lineQuadrature(logistic).fine;
  expect(integral(rule, (x) => Math.exp(logistic(x)))).toBeCloseTo(1, 12);
  expect(integral(rule, (x) => x * x * Math.exp(logistic(x)))).toBeCloseTo(Math.PI ** 2 / 3, 11);
  const student = (x: number) => -5 * Math.log1p((x * x) / 9);
  const { fine } = lineQuadrature(student);
  const mass = integral(fine, (x) => Math.exp(student(x)));
  expect(integral(fine, (x) => x * x * Math.exp(student(x))) / mass).toBeCloseTo(9 / 7, 10);
});

test('tails without any moment are covered as far as logarithms go', () => {
  // Cauchy: mass pi and E[log(1 + x^2)] = 2 log 2; density 1/(1 + |x|)^(6/5) has mass 10 and E[log(1 + |x|)] = 5.
  const cauchy = (x: number) => -Math.log1p(x * x);
  const { fine } = lineQuadrature(cauchy);
  expect(integral(fine, (x) => Math.exp(cauchy(x)))).toBeCloseTo(Math.PI, 12);
  expect(integral(fine, (x) => -cauchy(x) * Math.exp(cauchy(x)))).toBeCloseTo(Math.PI * 2 * Math.LN2, 11);
  const half = (t: number) => -1.2 * Math.log1p(Math.exp(t)) + t;
  const heavy = lineQuadrature(half).fine;
  expect(integral(heavy, (t) => Math.exp(half(t)))).toBeCloseTo(5, 10);
  expect(integral(heavy, (t) => Math.log1p(Math.exp(t)) * Math.exp(half(t)))).toBeCloseTo(25, 9);
});

test('a density without an integral, or with jumps, is refused', () => {
  expect(() => lineQuadrature(() => 0)).toThrow(/does not fall off/);
  const box = (x: number) => (Math.abs(x) < 1 ? 0 : Number.NEGATIVE_INFINITY);
  expect(() => lineQuadrature(box)).toThrow(DomainError);
  expect(() => lineQuadrature(box)).toThrow(/do not settle/);
});

test('rounding of nodes near a far, narrow peak is told, and a peak too narrow is refused', () => {
  const at = (center: number) => lineQuadrature((x) => -((x - center) ** 2) / 2);
  expect(at(0).amplification).toBeLessThan(1.001);
  expect(at(1e4).amplification).toBeGreaterThan(5e3);
  expect(() => at(1e10)).toThrow(/too narrow for double precision/);
});
