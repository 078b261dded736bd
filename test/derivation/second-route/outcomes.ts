import type { Family } from 'fisher-rao';
import { type Cell, during, duringAll, type Meaning } from './cells.ts';
import { plain, slope, type Value } from './dual-number.ts';
import { gaussHermite } from './gauss-hermite.ts';

/** An outcome that a mean is summed over, and what its density is multiplied by. */
export interface Outcome {
  readonly values: readonly number[];
  readonly weight: number;
}

/** What this evaluator knows no value of. */
export class NoValue extends Error {}

type Space = Family['sampleSpace'];

/**
 * The outcomes that means are summed over: all of them; of counts those before the tail; on a line with a normal
 * density, nodes that give polynomials of degree 31 exactly, of degree 15 where there are more than two lines.
 * `variables` are the cells of the sample; `logDensity` is read at the present values of all other names.
 */
export function outcomesIn(
  space: Space,
  variables: readonly Cell[],
  logDensity: Meaning,
  isLarge = false,
): readonly Outcome[] {
  switch (space.kind) {
    case 'finite':
      return space.states.map((state, place) => ({
        values: state.map(({ numerator, denominator }) => Number(numerator) / Number(denominator)),
        weight: Number(space.weights?.[place] ?? 1),
      }));
    case 'counts':
      return counts(space.first, (k) => during(variables[0], k, () => plain(logDensity.value())));
    case 'product': {
      let offset = 0;
      const lists = duringAll(variables, someOutcome(space), () =>
        space.factors.map((factor) => {
          const own = variables.slice(offset, offset + factor.variables.length);
          offset += factor.variables.length;
          return outcomesIn(factor, own, logDensity, space.factors.length > 2);
        }),
      );
      const both = (a: Outcome, b: Outcome): Outcome => ({
        values: [...a.values, ...b.values],
        weight: a.weight * b.weight,
      });
      return lists.reduce((all, some) => all.flatMap((a) => some.map((b) => both(a, b))));
    }
    case 'line':
      return normalNodes((x) => during(variables[0], x, logDensity.value), isLarge ? fewNodes : manyNodes);
    default:
      throw new NoValue(`expectations over a sample space of kind ${space.kind}`);
  }
}

/** An outcome, at which one factor of a product stays while another varies. */
function someOutcome(space: Space): readonly number[] {
  switch (space.kind) {
    case 'finite':
      return outcomesIn(space, [], { reads: new Set(), value: () => 0 })[0].values;
    case 'counts':
      return [space.first];
    case 'product':
      return space.factors.flatMap(someOutcome);
    default:
      return space.variables.map(() => 0);
  }
}

/** So far below the largest log-density the sum of all further counts is left out. */
const depth = 50;
/** With more counts than this a mean is given up. */
const mostCounts = 5000;

/**
 * Counts from the first on, until those left out have less than e^-50 times the largest probability together. That is
 * seen for log-concave densities: their ratios r of neighbours fall, so that the rest is at most p / (1 - r).
 */
function counts(first: number, logDensity: (k: number) => number): readonly Outcome[] {
  const found: Outcome[] = [];
  let [largest, before] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = first; found.length < mostCounts; k++) {
    const here = logDensity(k);
    if (Number.isNaN(here)) return [{ values: [Number.NaN], weight: 1 }];
    if (here < before && here - Math.log1p(-Math.exp(here - before)) < largest - depth) return found;
    found.push({ values: [k], weight: 1 });
    largest = Math.max(largest, here);
    before = here;
  }
  throw new NoValue('a mean of counts whose probabilities fall too slowly');
}

/** The numbers of heads among n tosses, each with the number of sequences that have it. */
export function heads(n: number): readonly Outcome[] {
  let weight = 1;
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) weight *= (n - k + 1) / k;
    return { values: [k], weight };
  });
}

const [manyNodes, fewNodes] = [gaussHermite(16), gaussHermite(8)];

/** Nodes for a log-density that is a quadratic polynomial: its peak and width follow from derivatives at 0. */
function normalNodes(logDensity: (x: Value) => Value, nodes: ReturnType<typeof gaussHermite>): readonly Outcome[] {
  const derivative = (x: Value, order: number): Value =>
    order === 0 ? logDensity(x) : slope((value) => derivative(value, order - 1), x);
  const [first, second, third] = [1, 2, 3].map((order) => plain(derivative(0, order)));
  if (Number.isNaN(second)) return [{ values: [Number.NaN], weight: 1 }];
  if (!(second < 0) || Math.abs(third) > 1e-9 * Math.abs(second) ** 1.5)
    throw new NoValue('the mean under a density that is not normal');
  const width = 1 / Math.sqrt(-second);
  // The weights are those of quadrature against the density, which is multiplied in later.
  return nodes.map(({ z, weight }) => ({
    values: [-first / second + z * width],
    weight: weight * Math.exp((z * z) / 2) * width,
  }));
}
