import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { signOf } from '../../src/interpret/index.ts';

const forms = closedForms([{ name: 'p', positive: true }, { name: 'q', positive: true }, { name: 'x' }]);
const sign = (text: string, above?: number) =>
  signOf(forms, evaluateExpression(forms, parseExpression(text), forms.symbol), [
    { name: 'p', ...(above === undefined ? {} : { above: rational(above) }) },
  ]);

it.each([
  ['3/2', 'positive'],
  ['0', 'not positive'],
  ['-1/7', 'not positive'],
  ['p/2 + 1/(q + 1)', 'positive'],
  ['-p - q^2', 'not positive'],
  ['p - q', 'undecided'],
  ['x^2 + 1', 'undecided'],
  ['1/2 + p*exp(x)', 'positive'],
])('%s in positive p, q and real x is %s', (text, expected) => {
  expect(sign(text)).toBe(expected);
});

it('knows constants by their lower bounds', () => {
  expect(sign('2 - 1/p')).toBe('undecided');
  expect(sign('2 - 1/p', 1)).toBe('positive');
  expect(sign('1 - 2/p', 1)).toBe('undecided');
  expect(sign('1/p - 1', 1)).toBe('not positive');
});
