import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { type ClosedForm, closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { rationalRelations } from '../../src/calculus/rational-dependence.ts';

const forms = closedForms([{ name: 'x' }, { name: 'y' }]);
const value = (text: string): ClosedForm => evaluateExpression(forms, parseExpression(text), forms.symbol);

it('finds the rational relations between forms, and none where coefficients would have to vary', () => {
  const relation = (...texts: string[]) => rationalRelations(texts.map((text) => [value(text)]));
  expect(relation('x/(x + y)', 'y/(x + y)', '2')).toEqual([[rational(-2), rational(-2), rational(1)]]);
  expect(relation('x', 'x*y', 'x/y')).toEqual([]);
  expect(relation('exp(x)/2 + x', '3*exp(x) + 6*x')).toEqual([[rational(-6), rational(1)]]);
});

it('asks all entries of the columns to vanish', () => {
  const columns = [
    [value('x'), value('y')],
    [value('2*x'), value('2*y')],
    [value('x'), value('2*y')],
  ];
  expect(rationalRelations(columns)).toEqual([[rational(-2), rational(1), rational(0)]]);
  expect(rationalRelations([[], []])).toEqual([
    [rational(1), rational(0)],
    [rational(0), rational(1)],
  ]);
});
