import { DomainError } from '../errors.ts';
import { type Matrix, rank } from './matrix.ts';
import type { Field } from './structure.ts';

/** A pivot must be at least this part of the best of its column. */
const acceptable = 0.1;

/**
 * The solution x of A x = b for a square matrix over a field, by elimination with the pivot that fills in least: the
 * smallest (r - 1)(c - 1), r and c the entries of its row and column that are not zero [Markowitz 1957, Management Science
 * 3], among those of sufficient quality. Blocks of zeros stay zeros. Throws {@link DomainError} where A is singular.
 */
export function solveLinearSystem<E>(field: Field<E>, matrix: Matrix<E>, right: readonly E[]): E[] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const done = new Map<number, number>(); // row of the pivot in each column
  for (let step = 0; step < n; step++) {
    const pivot = bestPivot(field, rows, done);
    if (pivot === null) {
      throw new DomainError(`a singular ${n} x ${n} system has no unique solution: its rank is ${rank(field, matrix)}`);
    }
    const [row, column] = pivot;
    done.set(column, row);
    const used = new Set(done.values());
    for (let other = 0; other < n; other++) {
      if (used.has(other) || field.isZero(rows[other][column])) continue;
      const factor = field.divide(rows[other][column], rows[row][column]);
      rows[other] = rows[other].map((e, k) => {
        if (k === column) return field.zero;
        return field.isZero(rows[row][k]) ? e : field.subtract(e, field.multiply(factor, rows[row][k]));
      });
    }
  }
  const solution = new Array<E>(n).fill(field.zero);
  for (const [column, row] of [...done].reverse()) {
    const known = solution.map((x, k) => field.multiply(rows[row][k], x));
    solution[column] = field.divide(field.subtract(rows[row][n], field.sum(known)), rows[row][column]);
  }
  return solution;
}

function bestPivot<E>(
  field: Field<E>,
  rows: readonly (readonly E[])[],
  done: ReadonlyMap<number, number>,
): readonly [number, number] | null {
  const range = rows.map((_, k) => k);
  const usedRows = new Set(done.values());
  const openRows = range.filter((row) => !usedRows.has(row));
  const openColumns = range.filter((column) => !done.has(column));
  const qualities = openRows.map((row) => openColumns.map((column) => field.pivotQuality(rows[row][column])));
  const inRow = qualities.map((list) => list.filter((quality) => quality > 0).length);
  let best: readonly [number, number] | null = null;
  let [least, highest] = [Number.POSITIVE_INFINITY, 0];
  openColumns.forEach((column, c) => {
    const list = qualities.map((row) => row[c]);
    const inColumn = list.filter((quality) => quality > 0).length;
    const limit = acceptable * Math.max(...list);
    openRows.forEach((row, r) => {
      const quality = list[r];
      if (quality === 0 || quality < limit) return;
      const cost = (inRow[r] - 1) * (inColumn - 1);
      if (cost > least || (cost === least && quality <= highest)) return;
      [best, least, highest] = [[row, column], cost, quality];
    });
  });
  return best;
}
