import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { matrixProduct } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';

const left = { data: normalVector(randomSource(1), 6), rows: 2, columns: 3 };
const right = { data: normalVector(randomSource(2), 12), rows: 3, columns: 4 };
const matrix = ({ data, rows, columns }: typeof left) => Matrix.from1DArray(rows, columns, data);

test.each([
  { name: 'an engine with float64', engine: referenceEngine },
  { name: 'an engine without', engine: { ...referenceEngine, dtypes: ['float32'] as const } },
])('by $name it is that of ml-matrix, operands transposed or not', async ({ engine }) => {
  const expected = matrix(left).mmul(matrix(right)).to1DArray();
  const turned = ({ data, rows, columns }: typeof left) => ({
    data: Float64Array.from(matrix({ data, rows, columns }).transpose().to1DArray()),
    rows: columns,
    columns: rows,
  });
  const plain = await matrixProduct(engine, left, right);
  const both = await matrixProduct(engine, turned(left), turned(right), { transposeLeft: true, transposeRight: true });
  for (const { data, rows, columns } of [plain, both]) {
    expect([rows, columns]).toEqual([2, 4]);
    expected.forEach((entry, i) => {
      expect(data[i]).toBeCloseTo(entry, 13);
    });
  }
});
