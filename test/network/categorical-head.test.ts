import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { categoricalHead, logSoftmax, randomSource } from '../../src/network/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';

const head = categoricalHead();
const logits = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 2, maxLength: 6 });

function run(
  h: readonly number[],
  y: readonly number[] = h.map((_, c) => (c === 0 ? 1 : 0)),
): Record<string, number[]> {
  const type = tensorType('float64', [1, h.length]);
  const program = buildProgram('head', { h: type, y: type }, (b, { h, y }) => ({
    logs: logSoftmax(b, h),
    psi: head.embedding!(b, h),
    loss: head.negativeLogLikelihood(b, h, y),
  }));
  const outputs = evaluate(program, { h: tensor('float64', type.shape, h), y: tensor('float64', type.shape, y) });
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, [...value.data]]));
}

describe('the categorical head', () => {
  test('has probabilities that sum to one and do not change when all logits move together', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: -1000, max: 1000, noNaN: true }), (h, move) => {
        const { logs } = run(h);
        expect(logs!.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1, 12);
        run(h.map((logit) => logit + move)).logs!.forEach((log, c) => {
          // Moving by 1000 leaves 1000 * 2^-53 of the logits.
          expect(log).toBeCloseTo(logs![c]!, 11);
        });
      }),
    );
  });

  test('stays finite where a plain softmax overflows or underflows', () => {
    expect(run([1000, 0]).logs).toEqual([0, -1000]);
    expect(run([-1e6, 0]).psi).toEqual([0, 2]);
  });

  test('embeds into the sphere of radius 2', () => {
    fc.assert(
      fc.property(logits, (h) => {
        expect(Math.hypot(...run(h).psi!)).toBeCloseTo(2, 12);
      }),
    );
  });

  test('loses -log p of the class that came', () => {
    fc.assert(
      fc.property(logits, fc.nat(5), (h, at) => {
        const label = at % h.length;
        const { loss, logs } = run(
          h,
          h.map((_, c) => (c === label ? 1 : 0)),
        );
        expect(loss![0]).toBeCloseTo(-logs![label]!, 12);
      }),
    );
  });

  test('samples each class with its probability', () => {
    const h = [0, Math.log(2), Math.log(5)];
    const random = randomSource(8);
    const counts = [0, 0, 0];
    for (let i = 0; i < 8000; i += 1) {
      const y = head.sample(h, random);
      counts.forEach((count, c) => {
        counts[c] = count + y[c]!;
      });
    }
    expect(counts.reduce((a, b) => a + b)).toBe(8000);
    // p = 1/8, 2/8, 5/8; four standard deviations of a binomial count.
    [1, 2, 5].forEach((weight, c) => {
      const p = weight / 8;
      expect(Math.abs(counts[c]! - 8000 * p)).toBeLessThan(4 * Math.sqrt(8000 * p * (1 - p)));
    });
  });
});
