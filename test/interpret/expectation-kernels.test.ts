import { describe, expect, it } from 'vitest';
import { evaluateExpression, parseExpression, printClosedForm } from '../../src/calculus/index.ts';
import { typedFamily } from '../../src/families/index.ts';
import { densityInField } from '../../src/interpret/density-field.ts';
import { reduction, sampleSum } from '../../src/interpret/expectation-kernels.ts';
import { recogniseIntegral } from '../../src/interpret/recognised-integral.ts';

function setting(density: string, variables: string, parameters: string) {
  const { family } = typedFamily({ density, variables, parameters });
  const inField = densityInField(family);
  const { forms } = inField;
  const form = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);
  const integral = recogniseIntegral(forms, inField.logDensity, family.sampleSpace);
  return { inField, forms, form, integral };
}

describe('a function of the sample is a sum of coefficients times basic functions', () => {
  const { inField, forms, form } = setting('exp(-x*t)', 'x real', 't positive');
  it.each([
    ['(t*x + 1)^2', ['1', 'x', 'x ^ 2']],
    ['t*x^2/(1 + x^2)', ['1', '1 / (x ^ 2 + 1)']],
    ['(x + t)/(2*(1 + x^2)^2)', ['x / (x ^ 2 + 1) ^ 2', '1 / (x ^ 2 + 1) ^ 2']],
    ['x^3/(t*(1 + x^2)^2)', ['x / (x ^ 2 + 1)', 'x / (x ^ 2 + 1) ^ 2']],
    ['t/(t + x)', ['1 / (t + x)']],
  ])('%s', (text, basics) => {
    const f = form(text);
    const terms = [...sampleSum(inField, f).values()];
    expect(terms.map(({ basic }) => printClosedForm(forms, basic)).toSorted()).toEqual(basics.toSorted());
    const again = forms.sum(terms.map(({ basic, coefficient }) => forms.multiply(basic, coefficient)));
    expect(forms.equals(again, f)).toBe(true);
  });
});

describe('expectations are reduced', () => {
  it('by moments, where the integral is recognised', () => {
    const { inField, forms, form, integral } = setting('exp(-(x-m)^2/2)/sqrt(2*pi)', 'x real', 'm real');
    const { exact, open } = reduction(inField, integral).reduce(form('x^4 + m/(1 + x^2)'));
    expect(printClosedForm(forms, exact)).toBe('m ^ 4 + 6 * m ^ 2 + 3');
    expect([...open.values()].map(({ basic }) => printClosedForm(forms, basic))).toEqual(['1 / (x ^ 2 + 1)']);
  });

  it('by E[score] = 0, which gives the most complicated function in terms of the others', () => {
    const { inField, forms, form } = setting('exp(m*x - x^4 - log(m))', 'x real', 'm positive');
    // The score is x - 1/m: E[x] = 1/m if the density is normalised, which reduction presupposes.
    const { exact, open } = reduction(inField, null).reduce(form('m*x + x^2'));
    expect(printClosedForm(forms, exact)).toBe('1');
    expect([...open.values()].map(({ basic }) => printClosedForm(forms, basic))).toEqual(['x ^ 2']);
  });
});
