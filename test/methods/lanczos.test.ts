import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { lanczos, symmetricEigenvalues, tridiagonalEigenvalues } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';

const size = 9;
const random = randomSource(4);
const factor = new Matrix(Array.from({ length: size }, () => [...normalVector(random, size)]));
const matrix = factor.mmul(factor.transpose());
const apply = async (v: Float64Array) => matrix.mmul(Matrix.columnVector(v)).to1DArray();
const start = normalVector(random, size);

test('as many steps as dimensions give all eigenvalues', async () => {
  const { values } = tridiagonalEigenvalues(await lanczos(apply, start, size));
  symmetricEigenvalues(Float64Array.from(matrix.to1DArray()), size).forEach((value, i) => {
    expect(values[i]).toBeCloseTo(value, 9);
  });
});

test('fewer steps are a Gauss quadrature: k of them are exact for polynomials of degree 2k - 1, not 2k', async () => {
  const { values, weights } = tridiagonalEigenvalues(await lanczos(apply, start, 2));
  let moved = Matrix.columnVector(start);
  const square = start.reduce((sum, x) => sum + x * x, 0);
  for (let degree = 0; degree <= 4; degree += 1) {
    const exact = Matrix.columnVector(start).transpose().mmul(moved).get(0, 0) / square;
    const quadrature = values.reduce((sum, value, i) => sum + weights[i]! * value ** degree, 0);
    if (degree < 4) expect(quadrature / exact).toBeCloseTo(1, 11);
    else expect(Math.abs(quadrature / exact - 1)).toBeGreaterThan(1e-3);
    moved = matrix.mmul(moved);
  }
});

test('the extreme eigenvalues are approached from inside', async () => {
  const exact = symmetricEigenvalues(Float64Array.from(matrix.to1DArray()), size);
  let before = 0;
  for (const steps of [2, 4, 6]) {
    const largest = tridiagonalEigenvalues(await lanczos(apply, start, steps)).values.at(-1)!;
    expect(largest).toBeGreaterThan(before);
    expect(largest).toBeLessThanOrEqual(exact.at(-1)! * (1 + 1e-12));
    before = largest;
  }
});

test('a Krylov space that ends gives fewer rows', async () => {
  const { diagonal, beside } = await lanczos(async (v) => v.map((x, i) => (i < 3 ? 2 * x : 5 * x)), start, size);
  expect([diagonal.length, beside.length]).toEqual([2, 1]);
});
