import { expect, test } from 'vitest';
import { referenceEngine } from '../../../src/engine/index.ts';
import { metricDerivatives } from '../../../src/interpret/index.ts';
import { buildProgram, tensorType } from '../../../src/program/index.ts';

const real = tensorType('float64');
/** The metric [[x^2 y, x y], [x y, y^3]]. */
const program = buildProgram('metric', { x: real, y: real }, (b, { x, y }) => {
  const xy = b.multiply(x, y);
  const entries = [b.multiply(x, xy), xy, xy, b.multiply(y, b.multiply(y, y))];
  return {
    metric: b.reshape(
      b.concatenate(
        entries.map((entry) => b.reshape(entry, [1])),
        0,
      ),
      [2, 2],
    ),
  };
});

test('first[k][i][j] = d_k g_ij and second[k][l][i][j] = d_k d_l g_ij', async () => {
  const { metric, first, second } = await metricDerivatives(program, { x: 2, y: 3 }, referenceEngine);
  expect(metric).toEqual([
    [12, 6],
    [6, 27],
  ]);
  expect(first).toEqual([
    [
      [12, 3],
      [3, 0],
    ],
    [
      [4, 2],
      [2, 27],
    ],
  ]);
  expect(second).toEqual([
    [
      [
        [6, 0],
        [0, 0],
      ],
      [
        [4, 1],
        [1, 0],
      ],
    ],
    [
      [
        [4, 1],
        [1, 0],
      ],
      [
        [0, 0],
        [0, 18],
      ],
    ],
  ]);
});
