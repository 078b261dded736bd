import { describe, expect, it } from 'vitest';
import { evaluateExpression, parseExpression, printClosedForm, realNumbers } from '../../src/calculus/index.ts';
import { typedFamily } from '../../src/families/index.ts';
import { densityInField } from '../../src/interpret/density-field.ts';
import { recogniseIntegral } from '../../src/interpret/recognised-integral.ts';
import { involves } from '../../src/interpret/sufficient-statistics.ts';

function recognised(density: string, variables: string, parameters: string, constants?: string) {
  const { family } = typedFamily({ density, variables, parameters, ...(constants === undefined ? {} : { constants }) });
  const inField = densityInField(family);
  return { ...inField, family, integral: recogniseIntegral(inField.forms, inField.logDensity, family.sampleSpace) };
}

describe('the integral of a density is recognised and one in closed form:', () => {
  it.each([
    ['Gaussian', 'exp(-(x-m)^2/(2*s^2))/(sqrt(2*pi)*s)', 'x real', 'm real, s positive'],
    ['Gaussian', 'exp(-(x-m)^2/(2*m^2))/(sqrt(2*pi)*m)', 'x real', 'm positive'],
    ['gamma function', 'x^(k-1)*exp(-x/t)/(gamma(k)*t^k)', 'x positive', 'k positive, t positive'],
    ['gamma function', 'k/t*(x/t)^(k-1)*exp(-(x/t)^k)', 'x positive', 'k positive, t positive'],
    ['gamma function', '2*x^(2*m-1)*(m/w)^m/gamma(m)*exp(-m*x^2/w)', 'x positive', 'm positive, w positive'],
    ['gamma function', 't^k/gamma(k)*x^(-k-1)*exp(-t/x)', 'x positive', 'k positive, t positive'],
    ['beta function', 'x^(a-1)*(1-x)^(b-1)/beta(a,b)', 'x unit', 'a positive, b positive'],
    ['beta function', '(x-1)^(a-1)*(3-x)^(b-1)/(beta(a,b)*2^(a+b-1))', 'x 1..3', 'a positive, b positive'],
    ['beta prime', 'x^(a-1)*(1+x)^(-a-b)/beta(a,b)', 'x positive', 'a positive, b positive'],
    ['power', 'a*2^a*x^(-a-1)', 'x 2..inf', 'a positive'],
    ['exponential series', 'l^x*exp(-l)/gamma(x+1)', 'x natural', 'l positive'],
    ['geometric series', 'p*(1-p)^x', 'x natural', 'p unit'],
    ['geometric series', 'p*(1-p)^(x-1)', 'x integer 1..inf', 'p unit'],
    [
      'binomial series',
      'gamma(x+r)/(gamma(r)*gamma(x+1))*(r/(r+m))^r*(m/(r+m))^x',
      'x natural',
      'r positive, m positive',
    ],
    ['logarithmic series', '-p^x/(x*log(1-p))', 'x integer 1..inf', 'p unit'],
  ])('%s: %s', (name, density, variables, parameters) => {
    const { forms, integral } = recognised(density, variables, parameters);
    expect(integral?.name).toBe(name);
    expect(printClosedForm(forms, integral?.logIntegral ?? forms.one)).toBe('0');
  });
});

describe('what is not normalised has its integral:', () => {
  it.each([
    ['exp(-x^2*t)', 'x real', 't positive', Math.sqrt(Math.PI / 2)],
    ['exp(-x*t)', 'x unit', 't real', (1 - Math.exp(-2)) / 2],
    ['x^t', 'x unit', 't positive', 1 / 3],
    ['t^x', 'x natural', 't unit', 4 / 3],
  ])('%s on %s, at t = 2 or 1/4', (density, variables, parameters, exact) => {
    const { forms, integral } = recognised(density, variables, parameters);
    const t = parameters === 't unit' ? 1 / 4 : 2;
    const text = printClosedForm(forms, integral?.logIntegral ?? forms.one);
    const log = evaluateExpression(realNumbers, parseExpression(text), (name) => (name === 'pi' ? Math.PI : t));
    expect(log).toBeCloseTo(Math.log(exact), 12);
  });
});

it('moments of powers of the features follow: E[x^3] and E[x^2 log x] of a gamma density, by hand', () => {
  const { forms, integral, family } = recognised(
    'x^(k-1)*exp(-x/t)/(gamma(k)*t^k)',
    'x positive',
    'k positive, t positive',
  );
  const moment = (text: string): string => {
    const f = evaluateExpression(forms, parseExpression(text), forms.symbol);
    const exponents = forms.kernels.map((_, index) => {
      const generator = forms.generator(index);
      if (!involves(forms, generator, family.sampleSpace.variables)) return 0;
      let [power, rest] = [0, f];
      while (power < 9 && involves(forms, rest, ['x']) && rest.numerator.width > index) {
        const next = forms.divide(rest, generator);
        if (next.denominator.width > 0) break;
        [power, rest] = [power + 1, next];
      }
      return power;
    });
    const last = exponents.findLastIndex((exponent) => exponent !== 0);
    const value = integral?.moment(exponents.slice(0, last + 1));
    return value ? printClosedForm(forms, value) : 'none';
  };
  expect(moment('x^3')).toBe('k * t ^ 3 * (k ^ 2 + 3 * k + 2)');
  const logarithmic = parseExpression(moment('x^2*log(x)'));
  // E[x^2 log x] = k (k + 1) t^2 (psi(k + 2) + log t).
  const expected = parseExpression('k*(k + 1)*t^2*(digamma(k + 2) + log(t))');
  const meaning = (name: string): number => (name === 'k' ? 1.5 : 0.7);
  expect(evaluateExpression(realNumbers, logarithmic, meaning)).toBeCloseTo(
    evaluateExpression(realNumbers, expected, meaning),
    12,
  );
});

it.each([
  ['exp(-x^4*t)', 'x real'],
  ['1/(1+x^2)^t', 'x real'],
  ['exp(-t*x)', 'x 0..inf, y real'],
  ['x^t/(1+x)', 'x unit'],
])('is not claimed for %s on %s', (density, variables) => {
  const typed = variables.includes('y') ? `${density}*exp(-y^2)` : density;
  expect(recognised(typed, variables, 't positive').integral).toBeNull();
});
