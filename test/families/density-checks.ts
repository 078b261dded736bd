import fc from 'fast-check';
import { expect } from 'vitest';
import { evaluateExpression, realNumbers } from '../../src/calculus/index.ts';
import type { Family } from '../../src/families/index.ts';

export type Values = Readonly<Record<string, number>>;

/**
 * The density of a family at values of its sample variables, with respect to its base measure; the side of a cut follows
 * from the sample unless given.
 */
export function density(family: Family, parameters: Values): (sample: Values) => number {
  const constants = Object.fromEntries(
    family.constants.map(({ name, value }) => [name, value && realNumbers.fromRational(value)]),
  );
  return (sample) => {
    const fixed: Record<string, number | undefined> = { pi: Math.PI, ...constants, ...parameters };
    const meaning: Record<string, number | undefined> = { ...fixed, ...sideOf(family, fixed, sample), ...sample };
    return Math.exp(evaluateExpression(realNumbers, family.logDensity, (name) => meaning[name] as number));
  };
}

function sideOf({ sampleSpace }: Family, fixed: Record<string, number | undefined>, sample: Values): Values {
  if (sampleSpace.kind !== 'cut-line') return {};
  const [x, side] = sampleSpace.variables;
  const cut = evaluateExpression(realNumbers, sampleSpace.cut, (name) => fixed[name] as number);
  return { [side]: Math.sign(sample[x] - cut) };
}

/**
 * Integrals over the line with x = 4 sinh(t) and equal steps in t, which are spectrally accurate for analytic densities
 * of width at least 1 about centres of that size. Where a density underflows, its product with anything counts as zero.
 */
export function lineIntegral(f: (x: number) => number): number {
  const step = 1 / 32;
  let total = 0;
  for (let t = -40; t <= 40; t += step) {
    const value = f(4 * Math.sinh(t));
    if (!Number.isNaN(value)) total += value * 4 * Math.cosh(t) * step;
  }
  return total;
}

/** Integrals over the line of functions that are smooth on both sides of `centre`. */
export function aroundIntegral(f: (x: number) => number, centre: number): number {
  const step = 1 / 16;
  let total = 0;
  for (let t = -30; t <= 30; t += step) {
    const distance = Math.exp(t);
    total += (f(centre + distance) + f(centre - distance)) * distance * step;
  }
  return total;
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

/**
 * Integrals over the unit sphere: equal steps in the longitude, and in t with x3 = tanh(t) for the height, spectrally
 * accurate for functions that are smooth there.
 */
export function sphereIntegral(f: (x: readonly [number, number, number]) => number): number {
  const [step, around] = [1 / 6, 32];
  let total = 0;
  for (let t = -18; t <= 18; t += step) {
    const [height, radius] = [Math.tanh(t), 1 / Math.cosh(t)];
    for (let k = 0; k < around; k++) {
      const longitude = ((k + 0.5) * 2 * Math.PI) / around;
      const point = [radius * Math.cos(longitude), radius * Math.sin(longitude), height] as const;
      total += f(point) * radius ** 2 * step * ((2 * Math.PI) / around);
    }
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
  integrate: (f: (x: number) => number, parameters: P) => number,
  family: Family,
  moments: (parameters: P) => readonly (readonly [f: (x: number) => number, mean: number])[],
): void {
  const [variable] = family.sampleSpace.variables;
  fc.assert(
    fc.property(parameters, (point) => {
      const at = density(family, point);
      const known = new Map<number, number>();
      const p = (x: number): number => {
        const value = known.get(x) ?? at({ [variable]: x });
        known.set(x, value);
        return value;
      };
      const mean = (f: (x: number) => number): number => integrate((x) => f(x) * p(x), point);
      expect(Math.abs(mean(() => 1) - 1)).toBeLessThan(1e-11);
      for (const [f, value] of moments(point)) {
        expect(Math.abs(mean(f) - value)).toBeLessThan(1e-10 * (1 + Math.abs(value)));
      }
    }),
    { numRuns: 6 },
  );
}
