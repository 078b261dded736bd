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
import { shownProduct, withoutRootsOfKernels } from '../../src/calculus/shown-powers.ts';
import { closedFormValues } from '../laws/sample-closed-forms.ts';

const forms = closedForms([{ name: 'a' }, { name: 'r' }, { name: 'x' }, { name: 'w', positive: true }]);
const value = (text: string): ClosedForm => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('powers as they are written', () => {
  it.each([
    ['1/sqrt(a^2 + r^2)', '1 / sqrt(a ^ 2 + r ^ 2)'],
    ['(a^2 + r^2)^(-3/2)', '1 / (a ^ 2 + r ^ 2) ^ (3 / 2)'],
    ['sqrt(r^2 + a^2*cos(x)^2)', 'sqrt(a ^ 2 * cos(x) ^ 2 + r ^ 2)'],
    ['1/sqrt(r^2 + a^2*cos(x)^2)', '1 / sqrt(a ^ 2 * cos(x) ^ 2 + r ^ 2)'],
    ['sqrt(1 - a^2 - r^2)/(1 - a^2 - r^2)^2', '1 / (1 - a ^ 2 - r ^ 2) ^ (3 / 2)'],
    ['a*sqrt(1 - a^2)/(a^2 - 1)', '-a / sqrt(1 - a ^ 2)'],
    ['sqrt(w)/w', '1 / sqrt(w)'],
    ['w*sqrt(w) + 1', 'w ^ (3 / 2) + 1'],
    ['1/sqrt(2)', 'sqrt(2) / 2'],
    ['exp(x) + exp(x/2)', 'exp(x) + exp(x / 2)'],
    ['w^a', 'w ^ a'],
    ['w^(a - 1)*2^a', 'w ^ a * 2 ^ a / w'],
    ['exp(a*log(w) - x)', 'w ^ a * exp(-x)'],
  ])('%s reads %s', (text, printed) => {
    expect(printClosedForm(forms, value(text))).toBe(printed);
  });

  it('are read back as they were', () => {
    const field = closedForms([{ name: 'a' }, { name: 'x' }, { name: 'w', positive: true }]);
    const parse = (text: string): ClosedForm => evaluateExpression(field, parseExpression(text), field.symbol);
    for (const text of ['sqrt(w)', 'sqrt(2)', 'sqrt(1 + a^2*cos(x)^2)', '(a^2 + w)^(1/3)', 'exp(x)', 'sqrt(exp(x))'])
      parse(text);
    fc.assert(
      fc.property(closedFormValues(field), (f) => {
        expect(parse(printClosedForm(field, f))).toEqual(f);
      }),
      { numRuns: 60 },
    );
  });

  it('gather a root and what it is taken of', () => {
    const { constant, factors } = shownProduct(forms.kernels, value('-2*sqrt(a^2 + r^2)/(a^2 + r^2)^2'));
    expect(constant).toEqual(rational(-2));
    expect(factors).toEqual([{ polynomial: value('a^2 + r^2').numerator, exponent: rational(-3, 2) }]);
    const root = forms.kernels.findIndex(
      (kernel) => kernel.kind === 'root' && forms.equals(kernel.argument, value('w')),
    );
    const exponents = forms.kernels.map((_, index) => (index === root ? 3 : 0));
    expect(withoutRootsOfKernels(forms.kernels, exponents)[3]).toEqual(rational(3, 2));
  });
});
