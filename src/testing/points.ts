import fc from 'fast-check';
import { type Rational, rational } from '../algebra/index.ts';
import type { Domain } from '../families/index.ts';

const domains: { readonly [D in Domain]: fc.Arbitrary<Rational> } = {
  real: fc.integer({ min: -32, max: 32 }).map((n) => rational(n, 16)),
  positive: fc.integer({ min: 1, max: 64 }).map((n) => rational(n, 16)),
  unit: fc.integer({ min: 1, max: 31 }).map((n) => rational(n, 32)),
  natural: fc.integer({ min: 1, max: 9 }).map((n) => rational(n)),
};

/** Small rational numbers of a domain: reals in [-2, 2], positive ones up to 4, the unit interval without its ends, 1 to 9. */
export function domainValues(domain: Domain): fc.Arbitrary<Rational> {
  return domains[domain];
}

/** Values for names, each from its domain. */
export function domainPoints(
  names: readonly { readonly name: string; readonly domain: Domain }[],
): fc.Arbitrary<Readonly<Record<string, Rational>>> {
  return fc.record(Object.fromEntries(names.map(({ name, domain }) => [name, domains[domain]])));
}

/** Unit vectors in coordinates: directions in the tangent space, of length one for the identity as metric. */
export function directions(dimension: number): fc.Arbitrary<readonly number[]> {
  return fc
    .array(fc.integer({ min: -8, max: 8 }), { minLength: dimension, maxLength: dimension })
    .filter((entries) => entries.some((entry) => entry !== 0))
    .map((entries) => {
      const length = Math.hypot(...entries);
      return entries.map((entry) => entry / length);
    });
}

/** Two directions that are far from parallel (the sine of their angle is above 1/10): a plane by a basis. */
export function planes(dimension: number): fc.Arbitrary<readonly [v: readonly number[], w: readonly number[]]> {
  return fc.tuple(directions(dimension), directions(dimension)).filter(([v, w]) => {
    const cosine = v.reduce((total, entry, k) => total + entry * w[k]!, 0);
    return 1 - cosine * cosine > 0.01;
  });
}
