import { expect, it } from 'vitest';
import { type DeriveRequest, quantities } from '../../src/cli/derive-request.ts';
import { christoffel, fisherMetric, ricci, riemann, scalarCurvature } from '../../src/geometry/index.ts';

it('the quantities are those that geometry defines, each after what it follows from', () => {
  expect(quantities).toEqual([fisherMetric, christoffel, riemann, ricci, scalarCurvature].map(({ name }) => name));
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
