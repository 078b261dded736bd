import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { directions, termsIn } from '../../src/calculus/directions.ts';
import { closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';

const forms = closedForms([{ name: 'x' }, { name: 'y' }]);
const value = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('the terms of an argument', () => {
  it('are rational multiples of monomials over the primitive part of the denominator', () => {
    expect(termsIn(value('2*x/3 - x*y/6'))).toEqual([
      { unit: value('x*y'), coefficient: rational(-1, 6) },
      { unit: value('x'), coefficient: rational(2, 3) },
    ]);
    expect(termsIn(value('(3*x + 1)/(4*y + 2)')).map(({ unit }) => unit)).toEqual([
      value('x/(2*y + 1)'),
      value('1/(2*y + 1)'),
    ]);
    expect(termsIn(forms.zero)).toEqual([]);
  });
});

describe('directions', () => {
  it('are made once, for the first order or the common denominator of those announced', () => {
    const made: (number | bigint)[] = [];
    const known = directions((_, order) => made.push(order) - 1);
    known.prepare([...termsIn(value('x/4 + y')), ...termsIn(value('x/6'))]);
    expect(made).toEqual([12, 1]);
    expect(known.of(value('x'), 5)).toEqual({ unit: value('x'), order: 12, kernel: 0 });
    expect(known.of(value('x*y'), 5)).toEqual({ unit: value('x*y'), order: 5, kernel: 2 });
  });
});
