import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError, ShapeError } from '../../src/errors.ts';
import { type DataSet, dataSet, firstSamples, oneHot, selectSamples } from '../../src/network/index.ts';

const square: DataSet = {
  name: 'square',
  count: 3,
  features: 2,
  classes: 2,
  inputs: Float64Array.of(0, 1, 2, 3, 4, 5),
  labels: Uint8Array.of(0, 1, 1),
};

describe('a data set', () => {
  test('that does not fit together is refused with the part that fails', () => {
    expect(dataSet(square)).toBe(square);
    expect(() => dataSet({ ...square, count: 4 })).toThrow(/need 8 numbers, got 6/);
    expect(() => dataSet({ ...square, labels: Uint8Array.of(0, 1) })).toThrow(/3 samples, but 2 labels/);
    expect(() => dataSet({ ...square, labels: Uint8Array.of(0, 2, 1) })).toThrow(
      /sample 1 has label 2, expected one of 0 to 1/,
    );
    expect(() => dataSet({ ...square, inputs: square.inputs.map((x) => (x === 3 ? Number.NaN : x)) })).toThrow(
      /feature 1 of sample 1/,
    );
  });

  test('gives the samples asked for, in that order', () => {
    const chosen = selectSamples(square, [2, 0]);
    expect([...chosen.inputs]).toEqual([4, 5, 0, 1]);
    expect([...chosen.labels]).toEqual([1, 0]);
    expect(selectSamples(square, [0, 1])).toEqual(firstSamples(square, 2));
    expect(() => selectSamples(square, [3])).toThrow(ShapeError);
    expect(() => firstSamples(square, 4)).toThrow(InputError);
    expect(() => firstSamples(square, 0)).toThrow(InputError);
  });
});

test('one-hot targets have a single one in each row, at the label', () => {
  fc.assert(
    fc.property(fc.uint8Array({ max: 9 }), (labels) => {
      const targets = oneHot(labels, 10);
      labels.forEach((label, row) => {
        const line = [...targets.subarray(row * 10, row * 10 + 10)];
        expect(line.indexOf(1)).toBe(label);
        expect(line.reduce((a, b) => a + b)).toBe(1);
      });
    }),
  );
});
