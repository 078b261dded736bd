import { expect, test } from 'vitest';
import { UnsupportedError } from '../../src/errors.ts';
import { runNodes } from './run-graph.ts';

const number = (data: number) => ({ shape: [], data: [data] });
const points = [-4, -1, -0.5, 0.25, 2, 5];

// The definitions of the operators of ONNX, entry by entry.
test.each<[string, string[], Record<string, number | string>, (x: number) => number]>([
  ['Elu', [], { alpha: 0.5 }, (x) => (x > 0 ? x : 0.5 * (Math.exp(x) - 1))],
  ['PRelu', ['third'], {}, (x) => (x > 0 ? x : x / 3)],
  ['LeakyRelu', [], { alpha: 0.125 }, (x) => (x > 0 ? x : x / 8)],
  ['Abs', [], {}, Math.abs],
  ['Max', ['third'], {}, (x) => Math.max(x, 1 / 3)],
  ['Min', ['third'], {}, (x) => Math.min(x, 1 / 3)],
  ['Clip', ['third'], {}, (x) => Math.max(x, 1 / 3)],
  ['Clip', ['third', 'three'], {}, (x) => Math.min(3, Math.max(x, 1 / 3))],
  ['HardSigmoid', [], { alpha: 0.25, beta: 0.5 }, (x) => Math.min(1, Math.max(0, x / 4 + 0.5))],
  ['HardSwish', [], {}, (x) => x * Math.min(1, Math.max(0, x / 6 + 0.5))],
  ['Pow', ['three'], {}, (x) => x ** 3],
  ['Relu', [], {}, (x) => Math.max(0, x)],
])('%s of %j', (operator, others, attributes, f) => {
  const floats = { third: number(1 / 3), three: number(3) };
  const values = runNodes([6], [[operator, ['a', ...others], 'y', attributes]], points, { floats });
  values.forEach((value, i) => {
    expect(value).toBeCloseTo(f(points[i]!), 14);
  });
});

test('bounds and exponents that are computed are refused', () => {
  for (const operator of ['Clip', 'Pow'])
    expect(() => runNodes([6], [[operator, ['a', 'a'], 'y']], points)).toThrow(UnsupportedError);
});
