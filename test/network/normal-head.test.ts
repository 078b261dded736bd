import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { normalHead, randomSource } from '../../src/network/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';

describe('the normal head', () => {
  const type = tensorType('float64', [1, 2]);
  const program = buildProgram('head', { h: type, y: type }, (b, { h, y }) => ({
    psi: normalHead(2).embedding!(b, h),
    loss: normalHead(2).negativeLogLikelihood(b, h, y),
  }));

  test('embeds h as h / scale and loses the logarithm of the density', () => {
    const { psi, loss } = evaluate(program, {
      h: tensor('float64', [1, 2], [1, 6]),
      y: tensor('float64', [1, 2], [3, 2]),
    });
    expect([...psi!.data]).toEqual([0.5, 3]);
    // The density of Normal(1, 4) at 3 times that of Normal(6, 4) at 2.
    const density = (z: number) => Math.exp((-z * z) / 2) / (2 * Math.sqrt(2 * Math.PI));
    expect(loss!.data[0]).toBeCloseTo(-Math.log(density(1) * density(-2)), 13);
  });

  test('samples with its mean and scale', () => {
    const random = randomSource(2);
    const draws = Array.from({ length: 10_000 }, () => normalHead(2).sample([7], random)[0]!);
    const mean = draws.reduce((a, b) => a + b) / draws.length;
    const variance = draws.reduce((sum, y) => sum + (y - mean) ** 2, 0) / draws.length;
    // Four standard errors: 2 / sqrt n and 4 sqrt(2 / n).
    expect(Math.abs(mean - 7)).toBeLessThan(0.08);
    expect(Math.abs(variance - 4)).toBeLessThan(16 * Math.sqrt(2 / 10_000));
  });

  test('refuses a scale that is not positive', () => {
    for (const scale of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => normalHead(scale)).toThrow(InputError);
  });
});
