import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { blockConjugateGradients, conjugateGradients } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';

test('several solves at once are the solves one after another, number for number', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(1000),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 7 }),
      async (seed, count, maxSteps) => {
        const random = randomSource(seed);
        const factor = new Matrix(Array.from({ length: 6 }, () => [...normalVector(random, 6)]));
        const matrix = factor.transpose().mmul(factor);
        const apply = (v: Float64Array) => matrix.mmul(Matrix.columnVector(v)).to1DArray();
        const rights = Array.from({ length: count }, (_, k) =>
          k === 2 ? new Float64Array(6) : normalVector(random, 6),
        );
        const options = { tolerance: 1e-6, maxSteps };
        const together = await blockConjugateGradients(async (vectors) => vectors.map(apply), rights, options);
        for (const [k, right] of rights.entries()) {
          expect(together[k]).toEqual(await conjugateGradients(async (v) => apply(v), right, options));
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('one direction without positive curvature stops its own solve only', async () => {
  const matrix = Matrix.diag([1, -1]);
  const apply = async (vectors: readonly Float64Array[]) =>
    vectors.map((v) => matrix.mmul(Matrix.columnVector(v)).to1DArray());
  const options = { tolerance: 1e-9, maxSteps: 9 };
  const solutions = await blockConjugateGradients(
    apply,
    [
      [1, 0],
      [0, 1],
    ],
    options,
  );
  expect(solutions.map(({ outcome }) => outcome)).toEqual(['converged', 'indefinite']);
});
