import { expect, it } from 'vitest';
import { term } from '../../src/derivation/index.ts';
import { argumentOfGap, withoutSquares } from '../../src/derivation/manifest-signs.ts';
import { p, q, x, x2, y } from './setting.ts';

const { fraction, log, multiply, negate, square } = term;

it('u - 1 - log u is recognised in any order, and nothing like it', () => {
  const minus = fraction(-1, 1);
  expect(argumentOfGap([p(x), minus, negate(log(p(x)))])).toEqual(p(x));
  expect(argumentOfGap([negate(log(p(x))), p(x), minus])).toEqual(p(x));
  const others = [
    [p(x), minus, negate(log(p(x2)))],
    [p(x), fraction(1, 1), negate(log(p(x)))],
    [p(x), minus, log(p(x))],
    [p(x), negate(log(p(x)))],
    [p(x), minus, negate(log(p(x))), q(y)],
  ];
  for (const terms of others) expect(argumentOfGap(terms)).toBeNull();
});

it('squares are struck out of products, also of those inside', () => {
  expect(withoutSquares([p(x), q(y), p(x)])).toEqual([q(y)]);
  expect(withoutSquares([square(p(x))])).toEqual([]);
  expect(withoutSquares([p(x), multiply(p(x), p(x))])).toEqual([p(x)]);
  expect(withoutSquares([p(x), p(x2)])).toEqual([p(x), p(x2)]);
});
