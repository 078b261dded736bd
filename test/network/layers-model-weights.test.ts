import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { storedWeights } from '../../src/network/layers-model-weights.ts';

const floats = new Uint8Array(Float32Array.of(1, 2, 3, 4, 5, 6).buffer);
const read = (path: string): Uint8Array => (path === 'one' ? floats.subarray(0, 10) : floats.subarray(10));
const group = (weight: { shape: number[]; dtype?: string; quantization?: unknown }) => [
  {
    paths: ['one', 'two'],
    weights: [
      { name: 'w', dtype: 'float32', ...weight },
      { name: 'v', shape: [2], dtype: 'float32' },
    ],
  },
];

test('weights lie one after the other in the files of their group, wherever those are cut', () => {
  const stored = storedWeights(group({ shape: [2, 2] }), read, 'm');
  expect([...stored.get('w')!.data]).toEqual([1, 2, 3, 4]);
  expect([...stored.get('v')!.data]).toEqual([5, 6]);
});

test('files that end too early and other formats are refused', () => {
  expect(() => storedWeights(group({ shape: [5] }), read, 'm')).toThrow(InputError);
  expect(() => storedWeights(group({ shape: [2], dtype: 'int32' }), read, 'm')).toThrow(/weight w is int32/);
  expect(() => storedWeights(group({ shape: [2], quantization: {} }), read, 'm')).toThrow(/quantised/);
});
