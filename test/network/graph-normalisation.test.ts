import { expect, test } from 'vitest';
import { UnsupportedError } from '../../src/errors.ts';
import { runNodes } from './run-graph.ts';

const vector = (...data: number[]) => ({ shape: [data.length], data });
// Two channels of mean 2 and 20, variance 1 and 100.
const x = [1, 3, 10, 30];

test('an instance is normalised over its places, a layer over its last axes, a batch by what is given', () => {
  const floats = { gain: vector(2, 3), shift: vector(1, -1), mean: vector(1, 10), variance: vector(4, 25) };
  const attributes = { epsilon: 1e-300 };
  expect(runNodes([2, 2], [['InstanceNormalization', ['a', 'gain', 'shift'], 'y', attributes]], x, { floats })).toEqual(
    [-1, 3, -4, 2],
  );
  expect(runNodes([2, 2], [['LayerNormalization', ['a', 'gain', 'shift'], 'y', attributes]], x, { floats })).toEqual([
    -1, 2, -1, 2,
  ]);
  const batch = ['BatchNormalization', ['a', 'gain', 'shift', 'mean', 'variance'], 'y', attributes] as const;
  expect(runNodes([2, 2], [[...batch]], x, { floats })).toEqual([1, 3, -1, 11]);
  const training = [...batch.slice(0, 3), { training_mode: 1 }] as unknown as typeof batch;
  expect(() => runNodes([2, 2], [[...training]], x, { floats })).toThrow(UnsupportedError);
});

test('a softmax sums to one along its axis, however large its arguments, and its logarithm is LogSoftmax', () => {
  const large = [1000, 1001, -1000, 0];
  const values = runNodes([2, 2], [['Softmax', ['a'], 'y', { axis: 1 }]], large);
  expect(values[0]! + values[2]!).toBeCloseTo(1, 14);
  expect(values[1]! + values[3]!).toBeCloseTo(1, 14);
  const logs = runNodes([2, 2], [['LogSoftmax', ['a'], 'y', { axis: -1 }]], large);
  expect(logs[0]).toBeCloseTo(-Math.log(1 + Math.E), 13);
  expect(logs[2]).toBeCloseTo(-1000, 12);
});

test('means over all places of each channel', () => {
  expect(runNodes([2, 2], [['GlobalAveragePool', ['a'], 'y']], x)).toEqual([2, 20]);
  expect(runNodes([2, 2], [['ReduceMean', ['a'], 'y', { keepdims: 0 }]], x)).toEqual([11]);
});
