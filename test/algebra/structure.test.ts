import { expect, it } from 'vitest';
import { type Ring, rational, rationals, sumOfProducts } from '../../src/algebra/index.ts';

it('a sum of products is taken by the ring where it can, otherwise by products and a sum', () => {
  const pairs = [
    [rational(1, 2), rational(1, 3)],
    [rational(5), rational(1, 6)],
  ] as const;
  expect(sumOfProducts(rationals, pairs)).toEqual(rational(1));
  const counting: Ring<number> = {
    zero: 0,
    one: 1,
    fromInteger: Number,
    add: (a, b) => a + b,
    subtract: (a, b) => a - b,
    negate: (a) => -a,
    multiply: (a, b) => a * b,
    sum: (terms) => terms.reduce((a, b) => a + b, 0),
    sumOfProducts: (list) => list.length,
    isZero: (a) => a === 0,
  };
  expect(sumOfProducts(counting, [[7, 7]])).toBe(1);
});
