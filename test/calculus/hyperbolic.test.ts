import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { inHyperbolicFunctions } from '../../src/calculus/hyperbolic.ts';
import {
  type ClosedForm,
  closedForms,
  evaluateExpression,
  parseExpression,
  printClosedForm,
} from '../../src/calculus/index.ts';
import { times } from '../../src/calculus/sines-and-cosines.ts';

const forms = closedForms([{ name: 'a' }, { name: 'x' }, { name: 'y' }]);
const value = (text: string): ClosedForm => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('exponentials in hyperbolic functions', () => {
  it.each([
    ['sinh(x)^2', 'sinh(x) ^ 2'],
    ['-sinh(x)', '-sinh(x)'],
    ['coth(x)', 'cosh(x) / sinh(x)'],
    ['(exp(2*x) + exp(-2*x))/2', 'cosh(2 * x)'],
    ['a + cosh(x)^2*y', 'a + y * cosh(x) ^ 2'],
    ['1/(cosh(x)*sinh(y)^2)', '1 / (cosh(x) * sinh(y) ^ 2)'],
    ['cosh(x + y)', 'exp(-(x + y)) * (exp(2 * (x + y)) + 1) / 2'],
    ['cosh(x) + sinh(x)', 'exp(x)'],
    ['1/(1 + exp(x))', '1 / (exp(x) + 1)'],
    ['a*exp(x) + exp(-x)', 'exp(-x) * (a * exp(2 * x) + 1)'],
    ['exp(3*x)*sinh(x)', 'exp(2 * x) * (exp(2 * x) - 1) / 2'],
  ])('%s reads %s', (text, printed) => {
    expect(printClosedForm(forms, value(text))).toBe(printed);
  });

  it('are the same functions: read back as they were', () => {
    const field = closedForms([{ name: 'a' }, { name: 'x' }]);
    const parse = (text: string): ClosedForm => evaluateExpression(field, parseExpression(text), field.symbol);
    const factors = ['sinh(x)', 'cosh(x)', 'a*cosh(2*x) + 1', 'sinh(3*x) - a*sinh(x)', 'cosh(4*x) - 3*cosh(x)'].map(
      parse,
    );
    const power = fc.tuple(fc.constantFrom(...factors), fc.integer({ min: -2, max: 3 }));
    fc.assert(
      fc.property(fc.array(power, { minLength: 1, maxLength: 3 }), (powers) => {
        const form = powers.map(([factor, n]) => field.integerPower(factor, n)).reduce(field.multiply);
        const printed = printClosedForm(field, form);
        expect(parse(printed)).toEqual(form);
        expect(printed).not.toMatch(/exp/);
      }),
      { numRuns: 60 },
    );
  });

  it('leave a product without a balanced exponential alone', () => {
    const empty = { constant: rational(1), exponents: [], factors: [] };
    const product = times(empty, value('exp(2*x) - 1').numerator, 1);
    expect(inHyperbolicFunctions({ kernels: forms.kernels, product })).toEqual({ kernels: forms.kernels, product });
  });
});
