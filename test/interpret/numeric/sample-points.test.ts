import { expect, test } from 'vitest';
import { parseRational, rational } from '../../../src/algebra/index.ts';
import { UnsupportedError } from '../../../src/errors.ts';
import { binomial, normal } from '../../../src/families/index.ts';
import { samplePoints } from '../../../src/interpret/index.ts';

test('a finite sample space is listed with its base measure, and is exact', () => {
  const { fine, coarse, amplification } = samplePoints(binomial(rational(3)), { theta: rational(1, 2) });
  expect(fine.variables).toEqual({ x: Float64Array.of(0, 1, 2, 3) });
  expect(fine.weights).toEqual(Float64Array.of(1, 3, 3, 1));
  expect(coarse).toBeUndefined();
  expect(amplification).toBe(1);
});

test('points on the line lie around the density at the parameter point', () => {
  const { fine, coarse } = samplePoints(normal(), { mu: rational(50), sigma: parseRational('0.25') });
  const nodes = fine.variables['x']!;
  expect(Math.min(...nodes)).toBeLessThan(48);
  expect(Math.max(...nodes)).toBeGreaterThan(52);
  expect(Math.max(...nodes) - Math.min(...nodes)).toBeLessThan(10);
  expect(coarse!.weights.length).toBeLessThan(fine.weights.length);
});

test('a sample space that depends on an open constant is refused by that name', () => {
  expect(() => samplePoints(binomial(), { theta: rational(1, 2) })).toThrow(UnsupportedError);
  expect(() => samplePoints(binomial(), { theta: rational(1, 2) })).toThrow(/each constant, n\./);
});
