import type { Matrix } from './matrix.ts';
import type { Field } from './structure.ts';

/**
 * A basis of the vectors v with A v = 0, from the reduced row echelon form: each has a one in a column of its own. An
 * entry whose pivot quality is at most `least` counts as zero: 0 over exact fields, rounding errors over numbers.
 */
export function nullSpace<E>(field: Field<E>, matrix: Matrix<E>, least = 0): E[][] {
  const rows = matrix.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  const pivots: number[] = [];
  for (let column = 0; column < width && pivots.length < rows.length; column++) {
    const found = pivots.length;
    let [pivot, quality] = [-1, least];
    for (let row = found; row < rows.length; row++) {
      const candidate = field.pivotQuality(rows[row][column]);
      if (candidate > quality) [pivot, quality] = [row, candidate];
    }
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot], rows[found]];
    const lead = rows[found][column];
    rows[found] = rows[found].map((e) => field.divide(e, lead));
    rows.forEach((other, row) => {
      const factor = other[column];
      if (row === found || field.isZero(factor)) return;
      rows[row] = other.map((e, k) => field.subtract(e, field.multiply(factor, rows[found][k])));
    });
    pivots.push(column);
  }
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => !pivots.includes(column));
  return free.map((column) => {
    const vector = new Array<E>(width).fill(field.zero);
    vector[column] = field.one;
    pivots.forEach((pivot, row) => {
      vector[pivot] = field.negate(rows[row][column]);
    });
    return vector;
  });
}
