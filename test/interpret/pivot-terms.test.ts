import { describe, expect, it } from 'vitest';
import { closedForms, evaluateExpression, parseExpression, printClosedForm } from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { betaPrimePivot } from '../../src/families/index.ts';
import { termsInPivot } from '../../src/interpret/index.ts';

const forms = closedForms([{ name: 'pivot', positive: true, order: 2 }, { name: 'k', positive: true }, { name: 'c' }]);
const form = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);
const terms = termsInPivot(forms, betaPrimePivot('1', '1', { x: 'pivot' }));

function shown(text: string) {
  return terms(form(text)).map(({ powers, coefficient }) => ({
    exponents: powers.exponents.map((e) => printClosedForm(forms, e)),
    logarithms: powers.logarithms,
    coefficient: printClosedForm(forms, coefficient),
  }));
}

describe('a function of a pivot as terms: exponents of the pivot and of 1 + pivot, powers of their logarithms', () => {
  it.each([
    ['3*c', [{ exponents: ['0', '0'], logarithms: [0, 0], coefficient: '3 * c' }]],
    ['c*pivot^2/(1 + pivot)^3', [{ exponents: ['2', '-3'], logarithms: [0, 0], coefficient: 'c' }]],
    ['1/(sqrt(pivot)*(2 + 2*pivot))', [{ exponents: ['-1 / 2', '-1'], logarithms: [0, 0], coefficient: '1 / 2' }]],
    ['pivot^(k + 1)*log(pivot)^2', [{ exponents: ['k + 1', '0'], logarithms: [2, 0], coefficient: '1' }]],
    [
      'exp(-k*log(1 + pivot))*log(1 + pivot)*log(pivot)',
      [{ exponents: ['0', '-k'], logarithms: [1, 1], coefficient: '1' }],
    ],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('sums above the line are taken term by term', () => {
    expect(shown('(1 + c*pivot)/(1 + pivot)^2')).toEqual(
      expect.arrayContaining([
        { exponents: ['0', '-2'], logarithms: [0, 0], coefficient: '1' },
        { exponents: ['1', '-2'], logarithms: [0, 0], coefficient: 'c' },
      ]),
    );
  });
});

it.each([
  'exp(pivot)',
  '1/(2 + pivot)',
  'log(2 + pivot)',
  '1/log(pivot)',
  'exp(log(pivot)^2)',
  'exp(k*log(pivot + 3))',
])('what is no such sum is refused: %s', (text) => {
  expect(() => terms(form(text))).toThrow(UnsupportedError);
});
