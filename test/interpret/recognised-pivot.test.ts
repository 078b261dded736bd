import { describe, expect, it } from 'vitest';
import { parseRational } from '../../src/algebra/index.ts';
import { evaluateExpression, parseExpression, printClosedForm, realNumbers } from '../../src/calculus/index.ts';
import { cauchy, type Family, hyperbolicSecant, logistic, studentT, typedFamily } from '../../src/families/index.ts';
import { densityInField } from '../../src/interpret/density-field.ts';
import { exactGeometry, exactModel, exactTensor, recogniseDensity } from '../../src/interpret/index.ts';
import { recognisePower } from '../../src/interpret/recognised-pivot.ts';

type Typed = readonly [density: string, parameters: string, constants?: string];

function familyOf([density, parameters, constants]: Typed): Family {
  const typed = { density, variables: 'x real', parameters, ...(constants === undefined ? {} : { constants }) };
  return recogniseDensity(typedFamily(typed)).family;
}

function exact(family: Family) {
  const model = exactModel(family);
  const metric = exactTensor(model);
  const range = family.coordinates.map((_, k) => k);
  return {
    open: model.kernels?.length ?? 0,
    metric: range.map((i) => range.map((j) => printClosedForm(model.field, metric.at([i, j])))),
    scalar: printClosedForm(model.field, exactGeometry(model).scalar.at([])),
  };
}

describe('powers of sums on the line have the same metric and curvature as in the catalogue, exactly:', () => {
  const student = '(1+((x-m)/s)^2/nu)^(-(nu+1)/2)';
  it.each<[string, Family, Typed]>([
    ['cauchy', cauchy(), ['s/(pi*(s^2+(x-m)^2))', 'm real, s positive']],
    ['student-t', studentT(), [student, 'm real, s positive', 'nu positive']],
    ['student-t, nu = 3', studentT(parseRational('3')), [student, 'm real, s positive', 'nu = 3']],
    [
      'hyperbolic secant',
      hyperbolicSecant(),
      ['1/(s*(exp(pi*(x-m)/(2*s))+exp(-pi*(x-m)/(2*s))))', 'm real, s positive'],
    ],
    ['logistic', logistic(), ['exp(-(x-m)/s)/(s*(1+exp(-(x-m)/s))^2)', 'm real, s positive']],
  ])('%s', (_, known, typed) => {
    const [own, catalogued] = [exact(familyOf(typed)), exact(known)];
    const renamed = (text: string): string => text.replace(/\b(sigma|gamma)\b/g, 's');
    expect(own.open).toBe(0);
    expect(own.metric).toEqual(catalogued.metric.map((row) => row.map(renamed)));
    expect(own.scalar).toBe(renamed(catalogued.scalar));
  });
});

describe('the integral agrees with the trapezoidal rule:', () => {
  const at: Readonly<Record<string, number>> = { m: 0.7, s: 1.3, a: 1.5, b: 4.25, c: 2.5, pi: Math.PI };
  /** The rule converges geometrically for integrands that are analytic in a strip and fall off exponentially, as in t here. */
  const quadrature = (density: string): number => {
    const e = parseExpression(density);
    const step = 1 / 64;
    let sum = 0;
    for (let t = -40; t <= 40; t += step) {
      const meaning = (name: string): number => (name === 'x' ? Math.sinh(t) : (at[name] ?? Number.NaN));
      const value = evaluateExpression(realNumbers, e, meaning) * Math.cosh(t);
      if (Number.isFinite(value)) sum += value * step;
    }
    return sum;
  };
  it.each<[string, Typed]>([
    [
      'a quadratic polynomial that is no square of a difference',
      ['(3*x^2+2*m*x+s^2+m^2)^(-b)', 'm real, s positive', 'b positive'],
    ],
    ['a power that is a coordinate', ['(s^2+(x-m)^2)^(-b)', 's positive, b positive', 'm real']],
    [
      'a skew power of a sum',
      ['exp(a*(x-m)/s)/(c+3*exp((x-m)/s))^b', 'm real, s positive', 'a positive, b positive, c positive'],
    ],
    [
      'with a falling exponential',
      ['exp(-a*(x-m)/s)/(c+3*exp(-(x-m)/s))^b', 'm real, s positive', 'a positive, b positive, c positive'],
    ],
  ])('%s', (_, [density, parameters, constants]) => {
    const typed = { density, variables: 'x real', parameters, ...(constants === undefined ? {} : { constants }) };
    const { family } = typedFamily(typed);
    const field = densityInField(family);
    const found = recognisePower(family, field);
    const text = printClosedForm(field.forms, found?.integral.logIntegral ?? field.forms.zero);
    const log = evaluateExpression(realNumbers, parseExpression(text), (name) => at[name] ?? Number.NaN);
    expect(Math.exp(log) / quadrature(density)).toBeCloseTo(1, 9);
  });
});

it('the degrees of freedom of Student t may vary', () => {
  // Lange, Little, Taylor 1989, Robust statistical modeling using the t distribution, appendix B.
  const model = exactModel(familyOf(['(1+((x-m)/s)^2/n)^(-(n+1)/2)', 'm real, s positive, n positive']));
  const { field } = model;
  const expected = '1/4*(polygamma(1, n/2) - polygamma(1, (n + 1)/2)) - (n + 5)/(2*n*(n + 1)*(n + 3))';
  const difference = field.subtract(
    exactTensor(model).at([2, 2]),
    evaluateExpression(field, parseExpression(expected), field.symbol),
  );
  expect(field.isZero(difference)).toBe(true);
});

it('there is no pivot where it is open whether its moments exist, and no integral of other densities', () => {
  const found = (...[density, parameters, constants]: Typed) => {
    const typed = { density, variables: 'x real', parameters, ...(constants === undefined ? {} : { constants }) };
    const { family } = typedFamily(typed);
    return recognisePower(family, densityInField(family));
  };
  const skew = 'exp(a*(x-m))/(1+exp(x-m))^b';
  expect(found(skew, 'm real', 'a positive, b positive')?.family).not.toHaveProperty('pivot');
  expect(found(skew, 'm real', 'a = 2, b = 3')?.family).toHaveProperty('pivot');
  expect(found('(1+(x-m)^4)^(-2)', 'm real')).toBeNull();
  expect(found('exp(-x)/(1+(x-m)^2)', 'm real')).toBeNull();
  expect(found('1/((1+(x-m)^2)*(4+x^2))', 'm real')).toBeNull();
});
