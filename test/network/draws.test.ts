import { describe, expect, test } from 'vitest';
import { drawGamma, drawPoisson, randomSource } from '../../src/network/index.ts';

const count = 20_000;

/** Sample mean and variance in standard errors from those of the law, whose fourth central moment is known. */
function deviations(draw: () => number, mean: number, variance: number, fourth: number): [number, number] {
  const draws = Array.from({ length: count }, draw);
  const average = draws.reduce((a, b) => a + b) / count;
  const spread = draws.reduce((sum, y) => sum + (y - average) ** 2, 0) / (count - 1);
  return [
    (average - mean) / Math.sqrt(variance / count),
    (spread - variance) / Math.sqrt((fourth - variance ** 2) / count),
  ];
}

describe('draws have the mean and variance of their law', () => {
  test.each([0.3, 1, 7.5])('gamma with shape %d: both are the shape', (shape) => {
    const random = randomSource(5);
    // The fourth central moment of the gamma law is 3 k^2 + 6 k.
    for (const z of deviations(() => drawGamma(shape, random), shape, shape, 3 * shape ** 2 + 6 * shape))
      expect(Math.abs(z)).toBeLessThan(4);
  });

  test.each([0.4, 9.9, 10, 400])('Poisson with mean %d: both are the mean', (mean) => {
    const random = randomSource(6);
    // The fourth central moment of the Poisson law is m + 3 m^2.
    for (const z of deviations(() => drawPoisson(mean, random), mean, mean, mean + 3 * mean ** 2))
      expect(Math.abs(z)).toBeLessThan(4);
  });
});

test('Poisson draws by rejection have the probabilities of the law, the tails too', () => {
  const random = randomSource(7);
  const counts = new Map<number, number>();
  for (let i = 0; i < count; i += 1) {
    const y = drawPoisson(12, random);
    counts.set(y, (counts.get(y) ?? 0) + 1);
  }
  let probability = Math.exp(-12);
  for (let y = 0; y < 30; y += 1) {
    if (y > 0) probability *= 12 / y;
    const expected = count * probability;
    if (expected < 5) continue;
    expect(Math.abs((counts.get(y) ?? 0) - expected)).toBeLessThan(4.5 * Math.sqrt(expected));
  }
});
