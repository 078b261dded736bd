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

/** Points in a panel, and Legendre polynomials at them: the density is their interpolation there. */
const order = 8;
const panelRule = gaussLegendre(order);
const atNodes = Array.from(panelRule.nodes, legendreValues);
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
  const top = Math.max(...rule.map(({ point }) => logDensity(point)));
  const panels = points.slice(1).map((end, k) => {
    const half = (end - points[k]!) / 2;
    const heights = Array.from(panelRule.nodes, (node) => {
      const height = Math.exp(logDensity([{ from: 'origin', gap: points[k]! + half * (1 + node) }]) - top);
      return Number.isFinite(height) ? half * height : 0;
    });
    return legendreCoefficients(heights);
  });
  const place = inverted(panels.map(([mean]) => 2 * mean!));
  return (uniform) => {
    const { index, rest } = place(uniform);
    const panel = panels[index]!;
    const mass = 2 * panel[0]!;
    const t = root((x) => integralTo(panel, x) - rest, [-1, -rest], [1, mass - rest]);
    return points[index]! + ((1 + t) / 2) * (points[index + 1]! - points[index]!);
  };
}

/** P_0(x), ..., P_order(x), by the recurrence of three terms [DLMF 18.9.1]. */
function legendreValues(x: number): number[] {
  const values = [1, x];
  for (let k = 1; k < order; k++) values.push(((2 * k + 1) * x * values[k]! - k * values[k - 1]!) / (k + 1));
  return values;
}

/** The coefficients of the polynomial that takes these values at the points of a panel. */
function legendreCoefficients(heights: readonly number[]): number[] {
  return Array.from({ length: order }, (_, j) =>
    heights.reduce((sum, height, k) => sum + ((2 * j + 1) / 2) * panelRule.weights[k]! * height * atNodes[k]![j]!, 0),
  );
}

/** The integral of a polynomial from -1 to x: that of P_j is (P_(j + 1) - P_(j - 1))/(2 j + 1) [DLMF 18.17.1]. */
function integralTo([mean, ...others]: readonly number[], x: number): number {
  const values = legendreValues(x);
  return others.reduce(
    (sum, coefficient, k) => sum + (coefficient * (values[k + 2]! - values[k]!)) / (2 * k + 3),
    mean! * (1 + x),
  );
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
