import { ShapeError } from '../errors.ts';

/** An estimate and its standard error. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/**
 * The mean of a symmetric kernel h over all pairs i < j of m draws (a U-statistic of degree two) with its delete-one
 * jackknife standard error over *draws* [Arvesen 1969]. Unbiased for E h(v, w) with independent v, w. Pairs that share a
 * draw are dependent, so the spread of the pairs over the root of their number would be too small, often several times.
 *
 * `pairs[i][j]`, j < i, is h of draws i and j.
 *
 * @throws ShapeError if there are fewer than three draws: deleting one must leave a pair.
 */
export function pairMean(pairs: readonly ArrayLike<number>[]): Estimate {
  const draws = pairs.length;
  if (draws < 3) throw new ShapeError(`A jackknife over pairs needs at least 3 draws, got ${draws}.`);
  let total = 0;
  const touching = new Float64Array(draws);
  pairs.forEach((row, i) => {
    for (let j = 0; j < i; j += 1) {
      total += row[j]!;
      touching[i] = touching[i]! + row[j]!;
      touching[j] = touching[j]! + row[j]!;
    }
  });
  const remaining = ((draws - 1) * (draws - 2)) / 2;
  const deleted = touching.map((sum) => (total - sum) / remaining);
  const centre = deleted.reduce((sum, mean) => sum + mean, 0) / draws;
  const squares = deleted.reduce((sum, mean) => sum + (mean - centre) ** 2, 0);
  return {
    value: total / ((draws * (draws - 1)) / 2),
    standardError: Math.sqrt(((draws - 1) / draws) * squares),
  };
}
