import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isingChain } from '../../src/families/index.ts';
import { largestEigenvalue, potentialAt, ringSum } from './transfer-matrix.ts';

const spin = (k: number): number => 1 - 2 * k;
const coupling = fc.integer({ min: -12, max: 12 }).map((n) => n / 8);

describe('the potential of the Ising chain', () => {
  it('is the logarithm of the largest eigenvalue of its transfer matrix', () => {
    fc.assert(
      fc.property(coupling, coupling, (beta, h) => {
        const weight = (a: number, b: number) => Math.exp(beta * spin(a) * spin(b) + (h * (spin(a) + spin(b))) / 2);
        const expected = Math.log(largestEigenvalue(2, weight));
        expect(Math.abs(potentialAt(isingChain(), { beta, h }) - expected)).toBeLessThan(1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('is what rings sum to per site as they grow: the sum over a ring of N spins is exp(N psi) (1 + o(1))', () => {
    const [beta, h] = [0.3, 0.2];
    const weight = (a: number, b: number) => Math.exp(beta * spin(a) * spin(b) + (h * (spin(a) + spin(b))) / 2);
    const psi = potentialAt(isingChain(), { beta, h });
    // The other eigenvalue is about a third of the largest.
    expect(ringSum(2, 14, weight) / Math.exp(14 * psi)).toBeCloseTo(1, 6);
    // Without the field's share of each end it would be another potential.
    const lopsided = (a: number, b: number) => Math.exp(beta * spin(a) * spin(b) + h * (spin(a) + spin(b)));
    expect(ringSum(2, 14, lopsided) / Math.exp(14 * psi)).toBeGreaterThan(1.1);
  });
});
