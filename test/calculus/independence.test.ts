import { describe, expect, it } from 'vitest';
import { kernelsBehind, variablesOf } from '../../src/calculus/independence.ts';
import {
  type ClosedForm,
  closedForms,
  doubtsOfIndependence,
  evaluateExpression,
  parseWithFunctions,
} from '../../src/calculus/index.ts';

const forms = closedForms([
  { name: 'x' },
  { name: 'y' },
  { name: 's', positive: true },
  { name: 'pi', positive: true },
]);
const value = (text: string): ClosedForm => evaluateExpression(forms, parseWithFunctions(text, ['f']), forms.symbol);

describe('kernels', () => {
  it.each([
    'x^2 + y/s',
    'exp(x) + exp(x^2) + exp(exp(x)) + log(1 + exp(x)) + sin(x) + cos(x*y)',
    'log(x) + log(1 + x) + exp(x)*log(s)',
    'sqrt(1 + x^2)*sqrt(2) + sqrt(s)',
    'pi*x + exp(y)',
    'exp(1) + x',
    'lgamma(s) + digamma(s) + polygamma(4, s) + log(s)',
    'digamma(x) + digamma(y)',
    'erf(x) + exp(-x^2)',
    'besseli(1, s)/besseli(0, s) + s^2',
    'f(x) + f(y) + partial(f(x), 3) + exp(x)',
  ])('of %s are known to be independent', (text) => {
    expect(doubtsOfIndependence(forms, value(text))).toEqual([]);
  });

  it.each([
    ['log(x^2 - 1) + log(x - 1)*log(x + 1)', 'exponents, logarithms or angles are related'],
    [
      'exp(x) + exp(log(1 + exp(x))*x) + log(exp(2*x) - 1) + log(exp(x) - 1) + log(exp(x) + 1)',
      'exponents, logarithms or angles are related',
    ],
    ['log(2)*x + pi', 'several transcendental numbers occur'],
    ['digamma(1)*x', 'a number occurs that is not known to be transcendental'],
    ['sqrt(1 + sqrt(s))', 'roots are nested'],
    ['lgamma(2*s) + lgamma(s)', 'gamma functions of related arguments may be related'],
    ['erf(x) + erf(2*x)', 'several error functions occur'],
    ['besseli(0, s)', 'Bessel functions occur beside other functions'],
  ])('of %s are not: %s', (text, reason) => {
    expect(doubtsOfIndependence(forms, value(text))).toContain(reason);
  });

  it('are found in the arguments of kernels, and variables without pi', () => {
    const form = value('exp(log(1 + pi*x^2)*y)');
    expect(kernelsBehind(forms, form).map(({ kind }) => kind)).toEqual(['symbol', 'symbol', 'symbol', 'log', 'exp']);
    expect(variablesOf(forms, form).sort()).toEqual(['x', 'y']);
    const own = closedForms([{ name: 'pi', variable: true }]);
    expect(variablesOf(own, own.symbol('pi'))).toEqual(['pi']);
  });
});
