import { expect, test } from 'vitest';
import { kroneckerBlock } from '../../src/methods/index.ts';

test('the block of Kronecker factors is B_ik A_jl, in the order in which their entries stand in theta', () => {
  const factor = {
    name: 'w',
    inputs: Float64Array.of(1, 2, 2, 5),
    inputSide: 2,
    cotangents: Float64Array.of(3, 7, 7, 11),
    outputSide: 2,
  };
  // Outputs are rows: (0, 0), (0, 1), (1, 0), (1, 1) one after another.
  const rows = kroneckerBlock({ ...factor, places: Int32Array.of(4, 5, 6, 7) });
  expect([...rows.slice(0, 4)]).toEqual([3 * 1, 3 * 2, 7 * 1, 7 * 2]);
  expect(rows[2 * 4 + 1]).toBe(7 * 2); // (1, 0) with (0, 1)
  // Inputs are rows: (0, 0), (1, 0), (0, 1), (1, 1).
  const columns = kroneckerBlock({ ...factor, places: Int32Array.of(4, 6, 5, 7) });
  expect([...columns.slice(0, 4)]).toEqual([3 * 1, 7 * 1, 3 * 2, 7 * 2]);
});
