import fc from 'fast-check';
import { expect } from 'vitest';
import { evaluateExpression, realNumbers } from '../../src/calculus/index.ts';
import type { Family } from '../../src/families/index.ts';

export type Values = Readonly<Record<string, number>>;

/** The density of a family at values of its sample variables, with respect to its base measure. */
export function density(family: Family, parameters: Values): (sample: Values) => number {
  const constants = Object.fromEntries(
    family.constants.map(({ name, value }) => [name, value && realNumbers.fromRational(value)]),
  );
  return (sample) => {
    const meaning: Record<string, number | undefined> = { pi: Math.PI, ...constants, ...parameters, ...sample };
    return Math.exp(evaluateExpression(realNumbers, family.logDensity, (name) => meaning[name] as number));
  };
}

/**
 * Integrals over (0, inf) with x = exp(t) and equal steps in t, which are spectrally accurate for integrands that fall
 * off with all derivatives at both ends. Shapes of at least 1 fall off by exp(-60) within the range.
 */
export function halfLineIntegral(f: (x: number) => number): number {
  const step = 1 / 16;
  let total = 0;
  for (let t = -60; t <= 60; t += step) {
    const x = Math.exp(t);
    total += f(x) * x * step;
  }
  return total;
}

/** Integrals over 0 < x < 1 with x = 1/(1 + exp(-t)); `f` is given x and 1 - x. */
export function intervalIntegral(f: (x: number, y: number) => number): number {
  const step = 1 / 16;
  let total = 0;
  for (let t = -60; t <= 60; t += step) {
    const [x, y] = [1 / (1 + Math.exp(-t)), 1 / (1 + Math.exp(t))];
    total += f(x, y) * x * y * step;
  }
  return total;
}

/** Sums over first, first + 1, ... of terms that are negligible after two thousand. */
export function countSum(f: (x: number) => number, first = 0): number {
  let total = 0;
  for (let x = first; x < first + 2000; x++) total += f(x);
  return total;
}

/** Positive parameters from 1 to 8 in steps of 1/8. */
export const shape: fc.Arbitrary<number> = fc.integer({ min: 8, max: 64 }).map((n) => n / 8);

/** Probabilities from 1/16 to 15/16. */
export const probability: fc.Arbitrary<number> = fc.integer({ min: 1, max: 15 }).map((n) => n / 16);

/**
 * At random parameters the density has total mass one and the expected values that `moments` states: pairs of a
 * function of the sample and its mean.
 */
export function expectMoments<P extends Values>(
  parameters: fc.Arbitrary<P>,
  integrate: (f: (x: number) => number) => number,
  family: Family,
  moments: (parameters: P) => readonly (readonly [f: (x: number) => number, mean: number])[],
): void {
  const [variable] = family.sampleSpace.variables;
  fc.assert(
    fc.property(parameters, (point) => {
      const p = density(family, point);
      const mean = (f: (x: number) => number): number => integrate((x) => f(x) * p({ [variable]: x }));
      expect(Math.abs(mean(() => 1) - 1)).toBeLessThan(1e-11);
      for (const [f, value] of moments(point)) {
        expect(Math.abs(mean(f) - value)).toBeLessThan(1e-10 * (1 + Math.abs(value)));
      }
    }),
    { numRuns: 6 },
  );
}
