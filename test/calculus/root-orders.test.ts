import { expect, it } from 'vitest';
import { parseExpression, rootOrders } from '../../src/calculus/index.ts';

it('the order of a name is the common denominator of its exponents', () => {
  const orders = rootOrders(['sqrt(v) + v^(1/3)', 'x^2 + w^(3/2)*log(v^(2/4))', '(a*b)^(-1/5)'].map(parseExpression));
  expect(Object.fromEntries(orders)).toEqual({ v: 6, w: 2, a: 5, b: 5 });
});
