import { expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { DomainError } from '../../src/errors.ts';
import { conjugateGradients } from '../../src/methods/conjugate-gradients.ts';
import { factoredSolver } from '../../src/methods/factored-solver.ts';
import { fisherImmersion, immerse } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';
import { sampleModel, surface } from './sample-immersions.ts';

test('solutions are those of conjugate gradients in the smaller space, with the residual that they have', async () => {
  for (const samples of [12, 4]) {
    const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples, damping: 0.3 });
    const immersion = await fisherImmersion(point, referenceEngine);
    const { parameters, ambient, many } = immersion;
    const operator = ambient <= parameters ? many.gram : many.metric;
    const damped = async (v: Float64Array) =>
      Float64Array.from((await operator([v]))[0]!, (entry, i) => entry + 0.3 * v[i]!);
    const size = Math.min(ambient, parameters);
    const rights = [normalVector(randomSource(1), size), normalVector(randomSource(2), size), new Float64Array(size)];
    const solutions = await factoredSolver(immersion)(rights);
    for (const [i, { value, residual, relativeResidual, outcome }] of solutions.entries()) {
      const { value: expected } = await conjugateGradients(damped, rights[i]!, { tolerance: 1e-13, maxSteps: 500 });
      const image = await damped(value);
      value.forEach((entry, k) => {
        expect(entry).toBeCloseTo(expected[k]!, 10);
        expect(rights[i]![k]! - image[k]!).toBeCloseTo(residual[k]!, 12);
      });
      expect(outcome).toBe('converged');
      expect(relativeResidual).toBeLessThan(1e-13);
    }
  }
});

test('a damping that is lost beside the metric is refused', async () => {
  const line = surface([1, 1], (b, a, c) => [b.multiply(b.add(a, c), 1e6)], 1e-9);
  const wide = surface([1, 1], (b, a, c) => [b.multiply(b.add(a, c), 1e6), b.add(a, c), b.add(a, c)], 1e-9);
  const [flat, singular] = [await immerse(line, referenceEngine), await immerse(wide, referenceEngine)];
  expect((await factoredSolver(flat)([[1]]))[0]!.value[0]).toBeCloseTo(1 / 2e12, 20);
  await expect(factoredSolver(singular)([[1, 0]])).rejects.toThrow(DomainError);
});
