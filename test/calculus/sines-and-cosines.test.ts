import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import {
  type ClosedForm,
  closedForms,
  evaluateExpression,
  parseExpression,
  printClosedForm,
} from '../../src/calculus/index.ts';
import { inSinesAndCosines, times } from '../../src/calculus/sines-and-cosines.ts';
import { closedFormValues } from '../laws/sample-closed-forms.ts';

const forms = closedForms([{ name: 'a' }, { name: 'b' }, { name: 'x' }, { name: 'y' }]);
const value = (text: string): ClosedForm => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('closed forms in sines and cosines', () => {
  it.each([
    ['sin(x)^2', 'sin(x) ^ 2'],
    ['1 - sin(x)^2', 'cos(x) ^ 2'],
    ['-sin(x)*cos(x)', '-sin(x) * cos(x)'],
    ['cot(x)', 'cos(x) / sin(x)'],
    ['1/(sin(x)*cos(y))', '1 / (sin(x) * cos(y))'],
    ['a^2*cos(x)^2 + b^2', 'a ^ 2 * cos(x) ^ 2 + b ^ 2'],
    ['a^2 + b^2 - b^2*cos(x)^2', 'a ^ 2 + b ^ 2 * sin(x) ^ 2'],
    ['a^2*cos(x)^2 + b^2*sin(x)^2', 'a ^ 2 * cos(x) ^ 2 + b ^ 2 * sin(x) ^ 2'],
    ['(a + b*cos(x))^2', '(a + b * cos(x)) ^ 2'],
    ['sin(x)^2/(1 + cos(x))', '1 - cos(x)'],
    ['(1 - sin(x))/(1 + sin(x))', '(1 - sin(x)) / (sin(x) + 1)'],
    ['tan(x/2)', 'sin(x) / (cos(x) + 1)'],
  ])('%s reads %s', (text, printed) => {
    expect(printClosedForm(forms, value(text))).toBe(printed);
  });

  it('are the same functions: they are read back as they were, whatever the powers of tan(x/2) and tan(y/2)', () => {
    const field = closedForms([{ name: 'a' }, { name: 'x' }, { name: 'y' }]);
    field.sin(field.symbol('x'));
    field.cos(field.symbol('y'));
    fc.assert(
      fc.property(closedFormValues(field), (f) => {
        expect(evaluateExpression(field, parseExpression(printClosedForm(field, f)), field.symbol)).toEqual(f);
      }),
      { numRuns: 150 },
    );
  });

  it('leave products without tangents alone', () => {
    const product = times({ constant: rational(1), exponents: [], factors: [] }, value('-6*a*(a + b)^2').numerator, -2);
    expect(product.constant).toEqual(rational(1, 36));
    expect(product.exponents[0]).toBe(-2);
    expect(product.factors).toEqual([{ polynomial: value('a + b').numerator, multiplicity: -4 }]);
    expect(inSinesAndCosines(forms.kernels, product)).toEqual({ kernels: forms.kernels, product });
  });
});
