import type { Family } from 'fisher-rao';
import { type Cell, duringAll, type Meaning, readsOf, remembered } from './cells.ts';
import {
  add,
  type Differentiator,
  differentiator,
  divide,
  exp,
  multiply,
  subtract,
  type Value,
} from './dual-number.ts';
import { heads, NoValue, type Outcome, outcomesIn } from './outcomes.ts';

/** The outcomes of a family with the density times the weight of each, which need not sum to one. */
interface Law {
  readonly outcomes: readonly Outcome[];
  readonly shares: readonly Value[];
  readonly mass: Value;
}

/** Means over the sample of a family, at the present values of all names. */
export interface Means {
  readonly sample: readonly Cell[];
  /** What the law depends on. */
  readonly reads: ReadonlySet<Cell>;
  /** The means of several functions of the sample, under the density divided by its sum. */
  readonly of: (f: () => readonly Value[]) => readonly Value[];
}

/** The labels in the place of a sample space where the density is made of undetermined functions. */
export const labels: readonly number[] = [1, 2, 3, 4, 5];

/** `hasLabels`: the sample takes the values of {@link labels} whatever the sample space. */
export function meansOf(
  { sampleSpace, name }: Family,
  density: Meaning,
  cellOf: (name: string) => Cell,
  hasLabels: boolean,
): Means {
  const sample = sampleSpace.variables.map(cellOf);
  const isBinomial = sampleSpace.kind === 'symbolic' && name === 'binomial';
  const reads = readsOf([density.reads, isBinomial ? [cellOf('n')] : []], sample);
  const outcomes = (): readonly Outcome[] => {
    if (hasLabels) return labels.map((label) => ({ values: [label], weight: 1 }));
    if (!isBinomial) return outcomesIn(sampleSpace, sample, density);
    const n = cellOf('n').value;
    if (typeof n !== 'number') throw new NoValue('the mean over a number of tosses that varies');
    return heads(n);
  };
  const law = remembered(
    reads,
    (): Law => {
      const all = outcomes();
      const shares = all.map(({ values, weight }) =>
        duringAll(sample, values, () => multiply(weight, exp(density.value()))),
      );
      return { outcomes: all, shares, mass: shares.reduce(add) };
    },
    4,
  );
  return {
    sample,
    reads,
    of: (f) => {
      const { outcomes: all, shares, mass } = law();
      let totals: readonly Value[] | null = null;
      all.forEach(({ values }, place) => {
        const terms = duringAll(sample, values, f).map((value) => multiply(shares[place], value));
        totals = totals?.map((total, k) => add(total, terms[k])) ?? terms;
      });
      return totals!.map((total) => divide(total, mass));
    },
  };
}

/** The derivatives of the log-density in the coordinates, at the present values of all names. */
export function scoresOf(coordinates: readonly Cell[], density: Meaning): () => readonly Value[] {
  const takes: readonly Differentiator[] = coordinates.map(differentiator);
  return () =>
    coordinates.map((cell, place) => {
      if (cell.value === undefined) throw new NoValue(cell.name);
      return takes[place]((value) => [duringAll([cell], [value], density.value)], cell.value)[0];
    });
}

/** E[s_i s_j], as a matrix; of n independent observations n E[s_i s_j] + n (n - 1) E[s_i] E[s_j] of one. */
export function meanProducts(means: Means, scores: () => readonly Value[], n: () => Value): readonly Value[][] {
  const moments = means.of(() => {
    const score = scores();
    return [...score, ...score.flatMap((a) => score.map((b) => multiply(a, b)))];
  });
  const size = Math.round((Math.sqrt(1 + 4 * moments.length) - 1) / 2);
  const [mean, products] = [moments.slice(0, size), moments.slice(size)];
  return mean.map((a, i) =>
    mean.map((b, j) => multiply(n(), add(products[i * size + j], multiply(subtract(n(), 1), multiply(a, b))))),
  );
}
