import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combine, dot, norm, scale } from '../../src/methods/euclidean.ts';

const real = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const pair = fc
  .array(fc.tuple(real, real), { maxLength: 8 })
  .map((rows) => [rows.map((r) => r[0]), rows.map((r) => r[1])] as const);

test('the polarisation identity ties inner product, length and combination together', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const polar = (norm(combine(1, a, 1, b)) ** 2 - norm(combine(1, a, -1, b)) ** 2) / 4;
      // Cancellation loses at most a few units in the last place of |a|^2 + |b|^2.
      expect(Math.abs(dot(a, b) - polar)).toBeLessThanOrEqual(1e-14 * (dot(a, a) + dot(b, b)) + 1e-300);
    }),
  );
});

test('scaling is a combination with nothing', () => {
  fc.assert(
    fc.property(real, pair, (alpha, [a, b]) => {
      expect(combine(alpha, a, 0, b).map((x) => x + 0)).toEqual(scale(alpha, a).map((x) => x + 0));
    }),
  );
});

test('float32 vectors are summed in float64', () => {
  expect(dot(Float32Array.of(2 ** 24, 1), Float32Array.of(1, 1))).toBe(2 ** 24 + 1);
});
