import { describe, expect, it } from 'vitest';
import type { Cell } from './cells.ts';
import type { Value } from './dual-number.ts';
import { gaussHermite } from './gauss-hermite.ts';
import { heads, NoValue, outcomesIn } from './outcomes.ts';

/** The mean of a function of counts under a law that need not be normalised. */
function mean(logDensity: (k: number) => number, f: (k: number) => number): number {
  const cell: Cell = { name: 'x', value: undefined };
  const density = { reads: new Set([cell]), value: (): Value => logDensity(cell.value as number) };
  const all = outcomesIn({ kind: 'counts', variables: ['x'], first: 0 }, [cell], density);
  const shares = all.map(({ values }) => Math.exp(logDensity(values[0])));
  const mass = shares.reduce((a, b) => a + b);
  return all.reduce((sum, { values }, place) => sum + f(values[0]) * shares[place], 0) / mass;
}

const logFactorial = (k: number): number =>
  Array.from({ length: k }, (_, j) => Math.log(j + 1)).reduce((a, b) => a + b, 0);

describe('outcomes that means are summed over', () => {
  it.each([0.1, 3, 20, 45])('are enough counts for the fourth moment of a Poisson law of rate %d', (rate) => {
    // Touchard's polynomial: E k^4 = λ + 7 λ^2 + 6 λ^3 + λ^4.
    const moment = rate + 7 * rate ** 2 + 6 * rate ** 3 + rate ** 4;
    expect(
      mean(
        (k) => k * Math.log(rate) - logFactorial(k),
        (k) => k ** 4,
      ) / moment,
    ).toBeCloseTo(1, 12);
  });

  it('go far enough where probabilities fall slowly', () => {
    // The geometric law: E k = (1 - p) / p.
    expect(
      mean(
        (k) => k * Math.log(0.95),
        (k) => k,
      ),
    ).toBeCloseTo(19, 9);
    expect(() =>
      mean(
        (k) => -Math.log(k + 1),
        (k) => k,
      ),
    ).toThrow(NoValue);
  });

  it('are all heads among n tosses', () => {
    expect(heads(4).map(({ weight }) => weight)).toEqual([1, 4, 6, 4, 1]);
  });

  it('integrate polynomials against the normal law, of degree 2 n - 1 and no higher', () => {
    const moment = (n: number, degree: number): number =>
      gaussHermite(n).reduce((sum, { z, weight }) => sum + weight * z ** degree, 0);
    // E z^14 = 13!! = 135135, E z^16 = 15!! = 2027025.
    expect(moment(8, 14)).toBeCloseTo(135135, 4);
    expect(Math.abs(moment(8, 16) / 2027025 - 1)).toBeGreaterThan(0.01);
    expect(moment(16, 16) / 2027025).toBeCloseTo(1, 9);
  });
});
