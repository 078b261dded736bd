import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { combine, dot, norm } from '../../src/methods/euclidean.ts';
import { type ConjugateGradientState, conjugateGradients } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';

function problem(seed: number, size: number, damping: number): { matrix: Matrix; right: Float64Array } {
  const random = randomSource(seed);
  const factor = new Matrix(Array.from({ length: size + 2 }, () => [...normalVector(random, size)]));
  const matrix = factor.transpose().mmul(factor).add(Matrix.eye(size).mul(damping));
  return { matrix, right: normalVector(random, size) };
}

const apply = (matrix: Matrix) => async (vector: Float64Array) => matrix.mmul(Matrix.columnVector(vector)).to1DArray();
const cases = fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 8 }));

describe('conjugate gradients', () => {
  test('agree with a dense solve and end after at most about p steps', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([seed, size]) => {
        const { matrix, right } = problem(seed, size, 1);
        const solution = await conjugateGradients(apply(matrix), right, { tolerance: 1e-11, maxSteps: 3 * size });
        const dense = solve(matrix, Matrix.columnVector(right)).to1DArray();
        expect(solution.outcome).toBe('converged');
        // Error <= residual / smallest eigenvalue, which the damping keeps above 1.
        expect(norm(combine(1, solution.value, -1, dense))).toBeLessThan(1e-10 * norm(right));
      }),
    );
  });

  test('stopped early report the residual that they leave, and obey the Galerkin law', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 0, max: 3 }), async ([seed, size], maxSteps) => {
        const { matrix, right } = problem(seed, size, 1);
        const { value, residual, relativeResidual } = await conjugateGradients(apply(matrix), right, {
          tolerance: 1e-12,
          maxSteps,
        });
        const left = combine(1, right, -1, matrix.mmul(Matrix.columnVector(value)).to1DArray());
        expect(norm(combine(1, left, -1, residual))).toBeLessThan(1e-9 * norm(right));
        expect(relativeResidual).toBeCloseTo(norm(left) / norm(right), 9);
        const inverse = (b: Float64Array) => solve(matrix, Matrix.columnVector(b)).to1DArray();
        const gap = dot(right, inverse(right)) - dot(right, value);
        expect(gap).toBeCloseTo(dot(residual, inverse(residual)), 9);
      }),
    );
  });

  test('go on from any of their states to the same last digit, with rising progress', async () => {
    const { matrix, right } = problem(3, 8, 0.1);
    const states: ConjugateGradientState[] = [];
    const fractions: number[] = [];
    const options = { tolerance: 1e-11, maxSteps: 30 };
    const solution = await conjugateGradients(apply(matrix), right, {
      ...options,
      checkpoint: (state) => states.push(state),
      progress: (fraction) => fractions.push(fraction),
    });
    expect(states.map(({ steps }) => steps)).toEqual(Array.from({ length: solution.steps }, (_, k) => k + 1));
    for (const resume of [states[0], states[3], states.at(-1)])
      expect(await conjugateGradients(apply(matrix), right, { ...options, resume })).toEqual(solution);
    expect(fractions.at(-1)).toBe(1);
    expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
  });

  test('of a zero right-hand side is zero at once', async () => {
    const solution = await conjugateGradients(apply(Matrix.eye(3)), new Float64Array(3), {
      tolerance: 1e-9,
      maxSteps: 5,
    });
    expect(solution).toMatchObject({ outcome: 'converged', steps: 0, relativeResidual: 0 });
  });

  test('say when the operator is not positive definite instead of returning NaN', async () => {
    const indefinite = await conjugateGradients(apply(Matrix.diag([1, -1])), [0, 1], { tolerance: 1e-9, maxSteps: 9 });
    expect(indefinite.outcome).toBe('indefinite');
    const singular = await conjugateGradients(apply(Matrix.zeros(2, 2)), [1, 1], { tolerance: 1e-9, maxSteps: 9 });
    expect(singular.outcome).toBe('indefinite');
    expect([...singular.value].every(Number.isFinite)).toBe(true);
  });

  test('say when the steps ran out', async () => {
    const { matrix, right } = problem(1, 8, 1e-6);
    const solution = await conjugateGradients(apply(matrix), right, { tolerance: 1e-12, maxSteps: 2 });
    expect(solution).toMatchObject({ outcome: 'max-steps', steps: 2 });
  });
});
