import { expect, test } from 'vitest';
import { fisherInputs } from '../../src/methods/index.ts';
import { sampleModel } from './sample-immersions.ts';

test('the inputs at a point are its parameters, and one row of features for each sample', () => {
  const point = sampleModel({ widths: [2, 3, 1], head: 'normal', samples: 4, damping: 0 });
  const { theta, x } = fisherInputs({ ...point, dtype: 'float32' });
  expect([theta!.shape, x!.shape, theta!.dtype]).toEqual([[13], [4, 2], 'float32']);
  expect(x!.data[3]).toBe(Math.fround(point.inputs[3]!));
});
