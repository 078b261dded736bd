import { expect, test } from 'vitest';
import { describeAttributes, tensor } from '../../src/program/index.ts';

test('attributes print as name=value, nothing where there are none', () => {
  expect(describeAttributes({})).toBe('');
  expect(describeAttributes({ axes: [0, 2] })).toBe('{axes=[0,2]}');
  expect(describeAttributes({ transposeLeft: true, transposeRight: false })).toBe(
    '{transposeLeft=true transposeRight=false}',
  );
  expect(describeAttributes({ value: tensor('float64', [2], [1, 0.5]) })).toBe('{value=float64[2]{1, 0.5}}');
});

test('long constants are described by their first entries', () => {
  const value = tensor('float64', [9], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(describeAttributes({ value })).toBe('{value=float64[9]{1, 2, 3, 4, 5, 6, 7, 8, ...}}');
  expect(describeAttributes({ value }, 2)).toBe('{value=float64[9]{1, 2, ...}}');
});
