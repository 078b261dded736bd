import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import { isingChain, pottsChain } from '../../src/families/index.ts';
import { largestEigenvalue, potentialAt, ringSum } from './transfer-matrix.ts';

const coupling = fc.integer({ min: -12, max: 12 }).map((n) => n / 8);
const weightFor = (beta: number, h: number) => (a: number, b: number) =>
  Math.exp((a === b ? beta : 0) + (h * (Number(a === 0) + Number(b === 0))) / 2);

describe('the potential of the Potts chain', () => {
  it('is the logarithm of the largest eigenvalue of its transfer matrix', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), coupling, coupling, (q, beta, h) => {
        const expected = Math.log(largestEigenvalue(q, weightFor(beta, h)));
        expect(Math.abs(potentialAt(pottsChain(rational(q)), { beta, h }) - expected)).toBeLessThan(1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('is what rings sum to per site as they grow', () => {
    const psi = potentialAt(pottsChain(rational(3)), { beta: 0.5, h: 0.3 });
    expect(ringSum(3, 9, weightFor(0.5, 0.3)) / Math.exp(9 * psi)).toBeCloseTo(1, 5);
  });

  it('with two colours is that of the Ising chain in half the coupling and field, up to linear terms', () => {
    fc.assert(
      fc.property(coupling, coupling, (beta, h) => {
        const ising = potentialAt(isingChain(), { beta: beta / 2, h: h / 2 });
        expect(potentialAt(pottsChain(rational(2)), { beta, h })).toBeCloseTo(ising + beta / 2 + h / 2, 10);
      }),
    );
  });
});

it('colours are counted: 2, 3, ...', () => {
  for (const q of [rational(1), rational(5, 2)]) expect(() => pottsChain(q)).toThrow(InputError);
  expect(pottsChain().constants).toEqual([{ name: 'q', domain: 'natural' }]);
});
