import { expect, it } from 'vitest';
import { parseExpression, rootOrders } from '../../src/calculus/index.ts';

it('the order of a name is the common denominator of its exponents', () => {
  const orders = rootOrders(['sqrt(v) + v^(1/3)', 'x^2 + w^(3/2)*log(v^(2/4))', '(a*b)^(-1/5)'].map(parseExpression));
  expect(Object.fromEntries(orders)).toEqual({ v: 6, w: 2, a: 5, b: 5 });
});

it('names in sums or under even powers, and exponents too fine for a kernel, are left out', () => {
  const orders = rootOrders(
    ['sqrt(x^2*y + 1)', 'sqrt(x^2*z/(1 + y))', 'w^0.0001', 'w^(1/50) + w^(1/49)'].map(parseExpression),
  );
  expect(Object.fromEntries(orders)).toEqual({ z: 2, w: 50 });
});
