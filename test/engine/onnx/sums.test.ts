import { expect, test } from 'vitest';
import { sumsWithProducts } from '../../../src/engine/onnx/sums.ts';
import { type Builder, buildProgram, tensorType, type Variable } from '../../../src/program/index.ts';

const types = { x: tensorType('float64', [3, 3]), y: tensorType('float64', [3, 3]) };

function sums(body: (b: Builder, v: Record<keyof typeof types, Variable>) => Record<string, Variable>): string[] {
  const found = sumsWithProducts(buildProgram('f', types, body));
  return Array.from(found, ([sum, { product, added }]) => `%${sum} = %${product.result.id} + %${added.id}`);
}

test('a product on either side of a sum belongs to it', () => {
  expect(sums((b, { x, y }) => ({ z: b.add(b.matmul(x, y), x) }))).toEqual(['%3 = %2 + %0']);
  expect(sums((b, { x, y }) => ({ z: b.add(x, b.matmul(x, y)) }))).toEqual(['%3 = %2 + %0']);
});

test('of two products the later one is taken, and a chain of sums takes one each', () => {
  expect(sums((b, { x, y }) => ({ z: b.add(b.matmul(x, y), b.matmul(y, x)) }))).toEqual(['%4 = %3 + %2']);
  expect(sums((b, { x, y }) => ({ z: b.add(b.matmul(x, y), b.add(b.matmul(y, x), x)) }))).toEqual([
    '%4 = %3 + %0',
    '%5 = %2 + %4',
  ]);
});

test('a product that is needed by itself, an output, twice a product, and a batch do not', () => {
  expect(
    sums((b, { x, y }) => {
      const product = b.matmul(x, y);
      return { z: b.add(product, x), w: b.exp(product) };
    }),
  ).toEqual([]);
  expect(
    sums((b, { x, y }) => {
      const product = b.matmul(x, y);
      return { z: b.add(product, x), product };
    }),
  ).toEqual([]);
  expect(
    sums((b, { x, y }) => {
      const product = b.matmul(x, y);
      return { z: b.add(product, product) };
    }),
  ).toEqual([]);
  const batch = (v: Variable, b: Builder) => b.reshape(v, [1, 3, 3]);
  expect(sums((b, { x, y }) => ({ z: b.add(b.matmul(batch(x, b), batch(y, b)), batch(x, b)) }))).toEqual([]);
});
