import { expect, it } from 'vitest';
import { type DeriveRequest, inOrder, quantities, readQuantities } from '../../src/cli/derive-request.ts';
import { InputError } from '../../src/errors.ts';
import {
  christoffel,
  einstein,
  fisherMetric,
  kretschmann,
  ricci,
  riemann,
  scalarCurvature,
} from '../../src/geometry/index.ts';

it('the quantities are those that geometry defines, each after what it follows from', () => {
  const defined = [fisherMetric, christoffel, riemann, ricci, scalarCurvature, kretschmann, einstein].map(
    ({ name }) => name,
  );
  expect(quantities.filter((name) => defined.includes(name))).toEqual(defined);
});

it('a list is read as it is given, each once, and put in order', () => {
  const given = readQuantities('scalar, alpha=1/2,metric,scalar,alpha=-1');
  expect(given).toEqual(['scalar', 'alpha=1/2', 'metric', 'alpha=-1']);
  expect(inOrder(given)).toEqual(['metric', 'scalar', 'alpha=1/2', 'alpha=-1']);
  expect(() => readQuantities('scalar,,metric')).toThrow(InputError);
  expect(() => readQuantities('scaler')).toThrow("Did you mean 'scalar'?");
});

it('alpha is a number of a few digits', () => {
  for (const text of ['alpha=0', 'alpha=-1', 'alpha=0.5', 'alpha=-2/3']) expect(readQuantities(text)).toEqual([text]);
  for (const text of ['alpha=', 'alpha=one', 'alpha=1/0', 'alpha=1e40', 'alpha=1.', 'alpha=12345678']) {
    expect(() => readQuantities(text), text).toThrow(InputError);
  }
});

it('a request is plain data that a worker receives as it is', () => {
  const request: DeriveRequest = {
    family: 'gibbs',
    parameters: { n: '3' },
    spins: { spins: 3, couplings: 'ring', fields: 'none' },
    show: ['metric'],
    at: { J: '1/2' },
    format: 'json',
  };
  expect(structuredClone(request)).toEqual(request);
});
