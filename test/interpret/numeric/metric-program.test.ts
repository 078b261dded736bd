import { expect, test } from 'vitest';
import { parseRational, rational } from '../../../src/algebra/index.ts';
import { evaluate } from '../../../src/engine/index.ts';
import { InputError } from '../../../src/errors.ts';
import { binomial, gibbs, normal, spinModel } from '../../../src/families/index.ts';
import { fisherMetricFromHessian } from '../../../src/geometry/index.ts';
import { metricProgram } from '../../../src/interpret/index.ts';
import { dtypeOf, scalar } from '../../../src/program/index.ts';

const point = { mu: rational(3), sigma: rational(1, 2) };
const inputs = { mu: scalar(3), sigma: scalar(0.5) };

test('the metric of the normal family is diag(1, 2)/sigma^2 by quadrature', () => {
  const { program, coarse } = metricProgram(normal(), point);
  const { metric } = evaluate(program, inputs);
  [4, 0, 0, 8].forEach((entry, i) => {
    expect(metric!.data[i]).toBeCloseTo(entry, 12);
    expect(evaluate(coarse!, inputs)['metric']!.data[i]).toBeCloseTo(entry, 5);
  });
});

test('both definitions of the metric give the same numbers', () => {
  const scores = evaluate(metricProgram(normal(), point).program, inputs)['metric']!.data;
  const hessian = evaluate(metricProgram(normal(), point, 'float64', fisherMetricFromHessian).program, inputs)[
    'metric'
  ]!.data;
  hessian.forEach((entry, i) => {
    expect(entry).toBeCloseTo(scores[i]!, 11);
  });
});

test('the metric of Gibbs measures is the covariance of the collective variables', () => {
  // Two free spins in fields h1, h2: independent, variances 1 - tanh^2 h; the coupling variable s1 s2 has mean t1 t2.
  const family = gibbs(spinModel({ spins: 2, couplings: 'chain', fields: 'each' }));
  const names = family.coordinates.map(({ name }) => name);
  const values: Record<string, number> = { h1: 0.3, h2: -0.4 };
  const at = Object.fromEntries(names.map((name) => [name, parseRational(String(values[name] ?? 0))]));
  const numbers = Object.fromEntries(names.map((name) => [name, scalar(values[name] ?? 0)]));
  const { metric } = evaluate(metricProgram(family, at).program, numbers);
  const [i, j] = [names.indexOf('h1'), names.indexOf('h2')];
  expect(metric!.data[i * names.length + i]).toBeCloseTo(1 - Math.tanh(0.3) ** 2, 14);
  expect(metric!.data[i * names.length + j]).toBeCloseTo(0, 14);
});

test('exponentials of Gibbs measures stay in range', () => {
  const family = gibbs({ coordinates: ['t'], variables: [[rational(0)], [rational(2000)]] });
  const { metric } = evaluate(metricProgram(family, { t: rational(1) }).program, { t: scalar(1) });
  expect(metric!.data[0]).toBe(0); // the variance 4e6 e^-2000 is below the smallest double
});

test('the dtype is the one asked for; a point outside the domain and an open constant are refused', () => {
  expect(dtypeOf(metricProgram(binomial(rational(2)), { theta: rational(1, 3) }, 'float32').program)).toBe('float32');
  expect(() => metricProgram(normal(), { ...point, sigma: rational(-1) })).toThrow(InputError);
  expect(() => metricProgram(binomial(), { theta: rational(1, 3) })).toThrow(InputError);
});
