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

/** The mean of independent values with its standard error; at least two of them. */
export function sampleMean(values: readonly number[]): Estimate {
  const count = values.length;
  if (count < 2) throw new ShapeError(`A standard error needs at least 2 values, got ${count}.`);
  const value = values.reduce((sum, one) => sum + one, 0) / count;
  const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
  return { value, standardError: Math.sqrt(squares / (count - 1) / count) };
}

/**
 * The sum of the means of two symmetric kernels of draws: `all[i][j]` over all pairs j < i, and `some[i]`, values for the
 * pairs of i with i - 1, i - 2, ..., as many as there are, with the delete-one jackknife standard error over draws.
 * Unbiased as `pairMean` is; it is what `pairMean` gives of the sum of both kernels where `some` has all pairs too. With
 * fewer the error is estimated a little too large, never too small on average [Efron-Stein 1981].
 *
 * @throws ShapeError if there are fewer than three draws, or deleting one leaves no pair of the second kind.
 */
export function partnerMean(all: readonly ArrayLike<number>[], some: readonly ArrayLike<number>[]): Estimate {
  const draws = all.length;
  if (draws < 3) throw new ShapeError(`A jackknife over pairs needs at least 3 draws, got ${draws}.`);
  const whole = touchingSums(all, (_, k) => k);
  const part = touchingSums(some, (i, k) => i - 1 - k);
  const deleted = Array.from({ length: draws }, (_, i) => {
    if (part.count === part.counts[i]) throw new ShapeError('Deleting a draw leaves no pair; take more draws.');
    const first = (whole.total - whole.sums[i]!) / (whole.count - whole.counts[i]!);
    return first + (part.total - part.sums[i]!) / (part.count - part.counts[i]!);
  });
  const centre = deleted.reduce((sum, mean) => sum + mean, 0) / draws;
  const squares = deleted.reduce((sum, mean) => sum + (mean - centre) ** 2, 0);
  return {
    value: whole.total / whole.count + part.total / part.count,
    standardError: Math.sqrt(((draws - 1) / draws) * squares),
  };
}

/** The sum of a kernel over its pairs and over those that touch each draw, with the numbers of both. */
function touchingSums(rows: readonly ArrayLike<number>[], partner: (i: number, k: number) => number) {
  const sums = new Float64Array(rows.length);
  const counts = new Float64Array(rows.length);
  let [total, count] = [0, 0];
  rows.forEach((row, i) => {
    for (let k = 0; k < row.length; k += 1) {
      const j = partner(i, k);
      for (const one of [i, j]) {
        sums[one] = sums[one]! + row[k]!;
        counts[one] = counts[one]! + 1;
      }
      total += row[k]!;
      count += 1;
    }
  });
  return { total, count, sums, counts };
}
