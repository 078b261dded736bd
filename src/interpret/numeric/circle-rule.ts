import { DomainError, InputError } from '../../errors.ts';
import type { EmbeddedRule } from './adaptive-panels.ts';
import type { LineDensity } from './density-rule.ts';

const most = 2 ** 15;
const tolerance = 1e-12;

/**
 * A rule for the integrals of the factors against a density over the circle: equal steps, which converge exponentially for
 * smooth periodic functions, doubled until the integrals are settled. Throws {@link InputError} for a density that is not
 * periodic, {@link DomainError} where the integrals do not settle.
 */
export function circleRule({ logDensity, factors }: LineDensity): EmbeddedRule {
  for (const x of [0.1, 1.3, 2.7]) {
    const [here, there] = [logDensity(x), logDensity(x - 2 * Math.PI)];
    if (Math.abs(here - there) > 1e-6 * (1 + Math.abs(here)))
      throw new InputError(
        `a density on the circle has the period 2 pi, this one differs between ${x} and ${x} - 2 pi: take the interval 0..2*pi instead`,
      );
  }
  const top = Math.max(...Array.from({ length: 64 }, (_, k) => logDensity((Math.PI * k) / 32)));
  let [count, before] = [32, sums(32)];
  for (;;) {
    if (count > most) throw new DomainError('the integrals over the circle do not settle');
    const after = sums(2 * count);
    count *= 2;
    // Factors that vanish but for rounding are settled as soon as the density is.
    const size = (k: number): number => Math.max(after.sizes[k], after.sizes[0]);
    if (after.values.every((value, k) => Math.abs(value - before.values[k]) <= tolerance * size(k))) break;
    before = after;
  }
  const nodes = Float64Array.from({ length: count }, (_, k) => (2 * Math.PI * k) / count);
  return {
    nodes,
    weights: nodes.map(() => (2 * Math.PI) / count),
    coarse: nodes.map((_, k) => (k % 2 === 0 ? (4 * Math.PI) / count : 0)),
  };

  function sums(points: number): { values: number[]; sizes: number[] } {
    const [values, sizes]: number[][] = [[], []];
    for (let k = 0; k < points; k++) {
      const x = (2 * Math.PI * k) / points;
      const density = Math.exp(logDensity(x) - top) * ((2 * Math.PI) / points);
      if (!Number.isFinite(density)) throw new DomainError(`the density is undefined at ${x}`);
      if (density === 0) continue;
      Array.from(factors(x)).forEach((factor, j) => {
        values[j] = (values[j] ?? 0) + density * factor;
        sizes[j] = (sizes[j] ?? 0) + density * Math.abs(factor);
      });
    }
    return { values, sizes };
  }
}
