import { expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { accuracy } from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';

test('accuracy is the share of rows whose largest entry is the label', () => {
  const h = tensor('float32', [4, 3], [1, 2, 0, 5, 0, 0, -3, -2, -1, 1, 1, 0]);
  expect(accuracy(h, Uint8Array.of(1, 0, 2, 0))).toBe(1);
  expect(accuracy(h, Uint8Array.of(1, 0, 2, 1))).toBe(0.75);
  expect(accuracy(h, Uint8Array.of(0, 1, 0, 2))).toBe(0);
  expect(() => accuracy(h, Uint8Array.of(1))).toThrow(ShapeError);
});
