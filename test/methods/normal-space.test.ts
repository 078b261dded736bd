import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { DomainError } from '../../src/errors.ts';
import { fisherImmersion, fisherMatrix, normalSpace, tangentFrame } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';
import { sampleModel } from './sample-immersions.ts';

// 10 parameters; 24 and 8 numbers of output, so that solves happen in R^p and in R^M; with a factor and without.
describe.each([
  [12, 0],
  [4, 0],
  [12, 1500],
  [4, 1500],
])('the normal space of a network on %d samples, factored up to %d', (samples, factoredSide) => {
  const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples, damping: 0.2 });

  test('has the inner products of the dense normal parts', async () => {
    const immersion = await fisherImmersion(point, referenceEngine);
    const { normalPart } = await tangentFrame(immersion);
    const space = normalSpace(immersion, { tolerance: 1e-4, factoredSide });
    const random = randomSource(1);
    const vectors = [normalVector(random, immersion.ambient), normalVector(random, immersion.ambient)];
    const [a, b] = await space.normalForms(vectors);
    const dense = vectors.map(normalPart) as [Float64Array, Float64Array];
    const product = (x: Float64Array, y: Float64Array) => x.reduce((sum, entry, i) => sum + entry * y[i]!, 0);
    expect(space.inner(a!, b!)).toBeCloseTo(product(dense[0], dense[1]), 6);
    expect(Math.abs(space.inner(a!, a!) - product(dense[0], dense[0]))).toBeLessThanOrEqual(space.gap(a!, a!) + 1e-13);
    expect(space.tally()).toMatchObject({ solves: 2, outcome: 'converged' });
    expect(space.tally().worstResidual).toBeLessThanOrEqual(factoredSide > 0 ? 1e-12 : 1e-4);
    expect(space.tally().solverSteps > 0).toBe(factoredSide === 0);
  });

  test('draws with the covariance G^-1', async () => {
    const immersion = await fisherImmersion(point, referenceEngine);
    const { parameters, ambient } = immersion;
    const space = normalSpace(immersion, { tolerance: 1e-10, factoredSide });
    // A draw is linear in (xi, eta): its covariance is the sum over unit vectors, without sampling.
    const covariance = Matrix.zeros(parameters, parameters);
    const zero = (size: number) => new Float64Array(size);
    const unit = (size: number, i: number) => zero(size).fill(1, i, i + 1);
    const xi = [
      ...Array.from({ length: ambient }, (_, i) => unit(ambient, i)),
      ...Array.from({ length: parameters }, () => zero(ambient)),
    ];
    const eta = [
      ...Array.from({ length: ambient }, () => zero(parameters)),
      ...Array.from({ length: parameters }, (_, i) => unit(parameters, i)),
    ];
    for (const z of await space.draws(xi, eta)) {
      const column = Matrix.columnVector(z);
      covariance.add(column.mmul(column.transpose()));
    }
    const metric = (await fisherMatrix(immersion)).add(Matrix.eye(parameters).mul(0.2));
    const inverse = solve(metric, Matrix.eye(parameters));
    expect(Matrix.sub(covariance, inverse).norm()).toBeLessThan(1e-7 * inverse.norm());
  });
});

test('without damping there is no normal space to speak of, since nothing here knows the rank', async () => {
  const immersion = await fisherImmersion(
    sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 4, damping: 0 }),
    referenceEngine,
  );
  expect(() => normalSpace(immersion)).toThrow(DomainError);
});

test('solves that run out of steps are counted as truncated', async () => {
  const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 0.01 });
  const space = normalSpace(await fisherImmersion(point, referenceEngine), {
    tolerance: 1e-9,
    maxSteps: 1,
    factoredSide: 0,
  });
  await space.normalForms([normalVector(randomSource(1), 24)]);
  expect(space.tally()).toMatchObject({ solves: 1, solverSteps: 1, outcome: 'truncated' });
});
