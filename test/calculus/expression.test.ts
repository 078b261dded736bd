import { expect, it } from 'vitest';
import { parseExpression, partsOf, symbolsOf, withParts } from '../../src/calculus/index.ts';

it('an expression names each of its symbols once', () => {
  expect(symbolsOf(parseExpression('x*log(y)^z - sqrt(-x)/(y + 2)'))).toEqual(['x', 'y', 'z']);
  expect(symbolsOf(parseExpression('1 + 2'))).toEqual([]);
});

it('every kind of expression gives its direct parts', () => {
  const counts = { '3': 0, x: 0, '1 + x': 2, '2*x': 2, '-x': 1, '1/x': 2, 'x^2': 2, 'exp(x)': 1 };
  for (const [text, count] of Object.entries(counts)) expect(partsOf(parseExpression(text))).toHaveLength(count);
});

it('takes other parts in their place', () => {
  for (const text of ['1 + x', '2*x', '-x', '1/x', 'x^2', 'exp(x)', 'digamma(x)']) {
    const e = parseExpression(text);
    expect(withParts(e, partsOf(e))).toEqual(e);
    expect(
      withParts(
        e,
        partsOf(e).map(() => parseExpression('y')),
      ),
    ).not.toEqual(e);
  }
});
