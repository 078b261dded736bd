import { expect, test } from 'vitest';
import { runNodes } from './run-graph.ts';

const matrix = { shape: [2, 2], data: [1, 2, 3, 4] };

test('alpha A B + beta C with transposed operands', () => {
  const floats = { matrix, c: { shape: [2], data: [10, 20] } };
  const run = (attributes: Record<string, number>) =>
    runNodes([2], [['Gemm', ['a', 'matrix', 'c'], 'y', attributes]], [1, -1], { floats });
  expect(run({})).toEqual([8, 18]); // (1, -1) [[1, 2], [3, 4]] = (-2, -2)
  expect(run({ transB: 1 })).toEqual([9, 19]);
  expect(run({ alpha: 0.5, beta: 2.5 })).toEqual([24, 49]);
});

test('products of stacks of matrices broadcast as NumPy does, and vectors are rows or columns', () => {
  const floats = {
    matrix,
    v: { shape: [2], data: [1, 10] },
    stack: { shape: [2, 2, 2], data: [1, 0, 0, 1, 0, 1, 1, 0] },
  };
  const x = [1, 2, 3, 4];
  expect(runNodes([2, 2], [['MatMul', ['a', 'v'], 'y']], x, { floats })).toEqual([21, 43]);
  expect(runNodes([2, 2], [['MatMul', ['v', 'a'], 'y']], x, { floats })).toEqual([31, 42]);
  expect(runNodes([2, 2], [['MatMul', ['a', 'stack'], 'y']], x, { floats })).toEqual([1, 2, 3, 4, 2, 1, 4, 3]);
});
