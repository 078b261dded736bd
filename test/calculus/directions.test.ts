import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { directions, termsIn } from '../../src/calculus/directions.ts';
import { type ClosedForm, closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';

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
  const recorded = (...given: readonly ClosedForm[]) => {
    const made: (readonly [ClosedForm, number | bigint])[] = [];
    return {
      made,
      known: directions(
        (unit, order) => made.push([unit, order]) - 1,
        () => given,
      ),
    };
  };

  it('are made once, for the denominators at first sight or the common ones of those announced', () => {
    const { made, known } = recorded();
    known.prepare([value('x/4 + y'), value('x/6')]);
    expect(made).toEqual([
      [value('x'), 12],
      [value('y'), 1],
    ]);
    const x = { unit: value('x'), order: 12, kernel: 0 };
    const product = { unit: value('x*y'), order: 5, kernel: 2 };
    expect(known.combination(value('x/7 + x*y/5'))).toEqual([
      { direction: product, coefficient: rational(1, 5) },
      { direction: x, coefficient: rational(1, 7) },
    ]);
  });

  it('are independent: a term that others combine to makes none', () => {
    const { made, known } = recorded();
    const [first, second] = ['x/(x + 1)', '1/(x + 1)'].map((text) => known.combination(value(text))[0].direction);
    expect(known.combination(value('2/3'))).toEqual([
      { direction: first, coefficient: rational(2, 3) },
      { direction: second, coefficient: rational(2, 3) },
    ]);
    expect(made.length).toBe(2);
    expect(known.combination(value('y'))[0].direction.kernel).toBe(2);
  });

  it('may be given, and have no kernel then', () => {
    const { made, known } = recorded(value('y'));
    expect(known.combination(value('y/2'))).toEqual([
      { direction: { unit: value('y'), order: 1, kernel: -1 }, coefficient: rational(1, 2) },
    ]);
    expect(made).toEqual([]);
  });
});
