import { describe, expect, it } from 'vitest';
import { evaluateExpression, parseExpression, printClosedForm, realNumbers } from '../../src/calculus/index.ts';
import { typedFamily } from '../../src/families/index.ts';
import { densityInField } from '../../src/interpret/density-field.ts';
import { exactModel, exactTensor, recogniseDensity } from '../../src/interpret/index.ts';
import { recogniseVonMises } from '../../src/interpret/recognised-circle.ts';

const at: Readonly<Record<string, number>> = { m: 0.7, k: 1.3, a: 0.8, b: -1.1, pi: Math.PI };

function found(density: string, parameters: string) {
  const { family } = typedFamily({ density, variables: 'x circle', parameters });
  const field = densityInField(family);
  return { forms: field.forms, circle: recogniseVonMises(family, field) };
}

/** The trapezoidal rule converges geometrically for analytic periodic functions. */
function quadrature(density: string): number {
  const e = parseExpression(density);
  const points = 64;
  const values = Array.from({ length: points }, (_, j) =>
    evaluateExpression(realNumbers, e, (name) =>
      name === 'x' ? (2 * Math.PI * j) / points : (at[name] ?? Number.NaN),
    ),
  );
  return (values.reduce((sum, value) => sum + value, 0) * 2 * Math.PI) / points;
}

describe('the integral over the circle agrees with the trapezoidal rule:', () => {
  it.each<[string, string]>([
    ['exp(k*cos(x - m))', 'm circle, k positive'],
    ['exp(b*cos(x))', 'b real'],
    ['7*exp(b*sin(x) + a)', 'a real, b real'],
    ['exp(a*cos(x) + b*sin(x))', 'a real, b real'],
  ])('%s', (density, parameters) => {
    const { forms, circle } = found(density, parameters);
    const text = printClosedForm(forms, circle?.integral.logIntegral ?? forms.zero);
    const log = evaluateExpression(realNumbers, parseExpression(text), (name) => at[name] ?? Number.NaN);
    expect(Math.exp(log) / quadrature(density)).toBeCloseTo(1, 12);
  });
});

it('other functions of an angle are none of these', () => {
  expect(found('exp(a*cos(2*x))', 'a real').circle).toBeNull();
  expect(found('exp(a*cos(x)^2)', 'a real').circle).toBeNull();
  expect(found('1/(2 + sin(x - a))', 'a real').circle).toBeNull();
});

it('typed von Mises densities have the metric of the catalogue, in the cosine and the sine as statistics', () => {
  const { family, statistics, normalisation } = recogniseDensity(
    typedFamily({ density: 'exp(k*cos(x-m))', variables: 'x circle', parameters: 'm circle, k positive' }),
  );
  expect(statistics).toEqual(['cos(x)', 'sin(x)']);
  expect(normalisation).toEqual({ kind: 'divided', integral: '2 * pi * besseli(0, k)' });
  const model = exactModel(family);
  const metric = exactTensor(model);
  // Mardia, Jupp 2000, section 5.3.1: with A = I1/I0, g = diag(k A, 1 - A/k - A^2).
  const ratio = '(besseli(1, k)/besseli(0, k))';
  const expected = [`k*${ratio}`, '0', `1 - ${ratio}/k - ${ratio}^2`];
  const places = [
    [0, 0],
    [0, 1],
    [1, 1],
  ];
  places.forEach((place, n) => {
    const form = evaluateExpression(model.field, parseExpression(expected[n] ?? ''), model.field.symbol);
    expect(model.field.equals(metric.at(place), form)).toBe(true);
  });
});

it('a curved one stays over angles, divided by its integral', () => {
  const { family, normalisation } = recogniseDensity(
    typedFamily({ density: 'exp(cos(x-m))', variables: 'x circle', parameters: 'm circle' }),
  );
  expect(family.sampleSpace.kind).toBe('circle');
  expect(normalisation).toEqual({ kind: 'divided', integral: '2 * pi * besseli(0, 1)' });
});
