import { UnsupportedError } from '../../errors.ts';
import { type Family, numberOf } from '../../families/index.ts';
import { densityAt } from './density-at.ts';
import { type SampleValue, sampleRule } from './sample-rule.ts';
import { gaussLegendre } from './sphere-points.ts';

/** Takes a number of [0, 1) to the quantile of a density there. */
export type Quantile = (uniform: number) => number;

/**
 * The quantile function of a family of one sample variable, for coordinates with the given values: of a uniform number it
 * makes a draw. Counts are summed; a density is integrated between the points of the rule for its expectations, and the
 * quantile found between them, to about 1e-7 in the distribution function. The density need not be normalised.
 *
 * @throws UnsupportedError for a sample space of several variables or of another kind; DomainError where the integral does
 *   not settle.
 */
export function quantileFunction(family: Family, values: readonly number[]): Quantile {
  const { sampleSpace } = family;
  switch (sampleSpace.kind) {
    case 'counts':
    case 'integers':
      return ofMasses(family, values);
    case 'line':
    case 'half-line':
      return ofDensity(family, values, (value) => value.gap);
    case 'circle':
      return ofDensity(family, values, (value) => value.gap, [2 * Math.PI]);
    case 'interval': {
      const [low, high] = [sampleSpace.low, sampleSpace.high].map((end) => (end === null ? 0 : numberOf(end)));
      return ofDensity(family, values, ({ from, gap }) =>
        from === 'low' ? low! + gap : from === 'high' ? high! - gap : gap,
      );
    }
    default:
      throw new UnsupportedError(
        `nothing here draws from ${family.name}, whose sample space is of the kind ${sampleSpace.kind} in ${sampleSpace.variables.join(', ')}: take exact expectations or observed targets`,
      );
  }
}

/** The point at which the sum of masses, in order, exceeds a share of the total. */
function inverted(masses: readonly number[]): (uniform: number) => { readonly index: number; readonly rest: number } {
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return (uniform) => {
    let rest = uniform * total;
    for (let index = 0; index < masses.length - 1; index++) {
      if (rest < masses[index]!) return { index, rest };
      rest -= masses[index]!;
    }
    return { index: masses.length - 1, rest: Math.min(rest, masses.at(-1)!) };
  };
}

function ofMasses(family: Family, values: readonly number[]): Quantile {
  const { logDensity } = densityAt(family, values);
  const points = sampleRule(family.sampleSpace, { logDensity, factors: () => [1] })
    .map(({ point }) => point)
    .sort(([a], [b]) => a!.gap - b!.gap);
  const top = Math.max(...points.map(logDensity));
  const place = inverted(points.map((point) => Math.exp(logDensity(point) - top)));
  return (uniform) => points[place(uniform).index]![0]!.gap;
}

const panelRule = gaussLegendre(6);
const mostSteps = 60;

function ofDensity(
  family: Family,
  values: readonly number[],
  position: (value: SampleValue) => number,
  ends: readonly number[] = [],
): Quantile {
  const { logDensity } = densityAt(family, values);
  const rule = sampleRule(family.sampleSpace, { logDensity, factors: () => [1] });
  const points = [...rule.map(({ point: [value] }) => position(value!)), ...ends].sort((a, b) => a - b);
  const heightAt = (x: number): number => logDensity([{ from: 'origin', gap: x }]);
  const top = Math.max(...rule.map(({ point }) => logDensity(point)));
  const integral = (from: number, to: number): number => {
    const half = (to - from) / 2;
    let sum = 0;
    panelRule.nodes.forEach((node, k) => {
      const height = Math.exp(heightAt(from + half * (1 + node)) - top);
      if (height > 0) sum += half * panelRule.weights[k]! * height;
    });
    return sum;
  };
  const masses = points.slice(1).map((x, k) => integral(points[k]!, x));
  const place = inverted(masses);
  return (uniform) => {
    const { index, rest } = place(uniform);
    const start = points[index]!;
    return root((x) => integral(start, x) - rest, [start, -rest], [points[index + 1]!, masses[index]! - rest]);
  };
}

/** A point with the value of a function there. */
type Value = readonly [x: number, value: number];

/** The zero of an increasing function between two points, by the Illinois variant of false position [Dowell-Jarratt 1971]. */
function root(f: (x: number) => number, low: Value, high: Value): number {
  const size = high[1] - low[1];
  if (!(size > 0)) return low[0];
  let [a, b, side] = [low, high, 0];
  for (let step = 0; step < mostSteps; step++) {
    const x = (a[0] * b[1] - b[0] * a[1]) / (b[1] - a[1]);
    const value = f(x);
    if (Math.abs(value) <= 1e-9 * size) return x;
    if (value < 0) {
      a = [x, value];
      if (side === -1) b = [b[0], b[1] / 2];
      side = -1;
    } else {
      b = [x, value];
      if (side === 1) a = [a[0], a[1] / 2];
      side = 1;
    }
  }
  return (a[0] + b[0]) / 2;
}
