import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { readIdx } from '../../src/network/index.ts';

const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 });

function encode(shape: readonly number[], data: readonly number[]): Uint8Array {
  return Uint8Array.from([
    0,
    0,
    8,
    shape.length,
    ...shape.flatMap((length) => [0, 0, length >> 8, length & 255]),
    ...data,
  ]);
}

const filled = shapes.chain((shape) => {
  const size = shape.reduce((a, b) => a * b, 1);
  return fc.tuple(fc.constant(shape), fc.array(fc.nat(255), { minLength: size, maxLength: size }));
});

describe('the IDX reader', () => {
  test('reads back any array of bytes', () => {
    fc.assert(
      fc.property(filled, ([shape, data]) => {
        const array = readIdx(encode(shape, data), 'sample');
        expect(array.shape).toEqual(shape);
        expect([...array.data]).toEqual(data);
      }),
    );
  });

  test('reads the axes as big-endian: 258 samples are not 513', () => {
    expect(readIdx(encode([258], new Array(258).fill(1)), 'sample').shape).toEqual([258]);
  });

  test('refuses every truncation and every extension of a file', () => {
    fc.assert(
      fc.property(filled, fc.nat(), ([shape, data], cut) => {
        const bytes = encode(shape, data);
        expect(() => readIdx(bytes.subarray(0, cut % bytes.length), 'sample')).toThrow(InputError);
        expect(() => readIdx(Uint8Array.from([...bytes, 0]), 'sample')).toThrow(InputError);
      }),
    );
  });

  test('says what is wrong with the header', () => {
    const bytes = encode([1], [7]);
    const changed = (at: number, value: number): Uint8Array => bytes.map((byte, i) => (i === at ? value : byte));
    expect(() => readIdx(changed(1, 9), 'labels')).toThrow(/labels: .*two zero bytes.*00 09 08 01/);
    expect(() => readIdx(changed(2, 13), 'labels')).toThrow(/unsigned bytes.*float/);
    expect(() => readIdx(changed(2, 77), 'labels')).toThrow(/unknown type 0x4d/);
    expect(() => readIdx(changed(3, 0), 'labels')).toThrow(/at least one axis/);
    expect(() => readIdx(changed(7, 2), 'labels')).toThrow(/shape 2 needs 10 bytes.*has 9/);
    expect(() => readIdx(Uint8Array.from([0x1f, 0x8b, 8, 0]), 'labels')).toThrow(/gunzip/);
  });
});
