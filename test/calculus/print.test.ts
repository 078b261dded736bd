import fc from 'fast-check';
import { expressions } from 'fisher-rao/testing';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import {
  closedForms,
  closedFormToTex,
  evaluateExpression,
  parseExpression,
  printClosedForm,
} from '../../src/calculus/index.ts';
import { closedFormValues, sampleField } from '../laws/sample-closed-forms.ts';

const forms = closedForms([{ name: 'theta', positive: true, order: 2 }, { name: 'n', positive: true }, { name: 'x' }]);
const value = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('a printed closed form', () => {
  it('is read back as the same closed form', () => {
    const field = sampleField();
    fc.assert(
      fc.property(closedFormValues(field), (f) => {
        expect(evaluateExpression(field, parseExpression(printClosedForm(field, f)), field.symbol)).toEqual(f);
      }),
    );
    fc.assert(
      fc.property(expressions(['x', 'n']), (e) => {
        const fresh = closedForms([{ name: 'x' }, { name: 'n', positive: true }]);
        const f = evaluateExpression(fresh, e, fresh.symbol);
        expect(evaluateExpression(fresh, parseExpression(printClosedForm(fresh, f)), fresh.symbol)).toEqual(f);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['0', '0'],
    ['-1/2', '-1 / 2'],
    ['n/(theta - theta^2)', 'n / (theta * (1 - theta))'],
    ['-n/(theta^2 - theta)', 'n / (theta * (1 - theta))'],
    ['x^2 + 2*x*n + n^2', '(n + x) ^ 2'],
    ['sqrt(theta)^3', 'theta ^ (3 / 2)'],
    ['1/sqrt(theta)', '1 / sqrt(theta)'],
    ['exp(-x)*exp(2*n)', 'exp(2 * n - x)'],
    ['log(1 - x)^2', 'log(1 - x) ^ 2'],
    ['-x', '-x'],
    ['n*123456789012345678901234567890', '123456789012345678901234567890 * n'],
  ])('of %s reads %s', (text, printed) => {
    expect(printClosedForm(forms, value(text))).toBe(printed);
  });
});

it('prints long sums, and numbers from 10^5 on without an exponent', () => {
  const long = Array.from({ length: 700 }, (_, k) => (k % 3 === 0 ? `- ${k + 100_000}*x^${k}` : `+ x^${k}`)).join(' ');
  const printed = printClosedForm(forms, value(long));
  expect(printed).toMatch(/100002 \* x \^ 2\b|100003 \* x \^ 3\b/);
  expect(value(printed)).toEqual(value(long));
});

describe('a closed form in TeX', () => {
  it('is what KaTeX accepts', () => {
    const field = sampleField();
    fc.assert(
      fc.property(closedFormValues(field), (f) => {
        katex.renderToString(closedFormToTex(field, f), { throwOnError: true, strict: 'error' });
      }),
    );
  });

  it.each([
    ['n/(theta - theta^2)', '\\frac{ n}{\\theta \\, \\left(1-\\theta\\right)}'],
    ['-1/2', '-\\frac{1}{2}'],
    ['exp(-x)', 'e^{-x}'],
  ])('of %s is %s', (text, tex) => {
    expect(closedFormToTex(forms, value(text)).replaceAll(' ', '')).toBe(tex.replaceAll(' ', ''));
  });
});
