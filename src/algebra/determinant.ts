import type { Matrix } from './matrix.ts';
import type { Field } from './structure.ts';

/** The determinant of a square matrix over a field, by elimination with the pivot of best quality in its column. */
export function determinant<E>(field: Field<E>, matrix: Matrix<E>): E {
  const rows = matrix.map((row) => [...row]);
  let value = field.one;
  for (let column = 0; column < rows.length; column++) {
    let [pivot, quality] = [-1, 0];
    for (let row = column; row < rows.length; row++) {
      const candidate = field.pivotQuality(rows[row][column]);
      if (candidate > quality) [pivot, quality] = [row, candidate];
    }
    if (pivot < 0) return field.zero;
    if (pivot !== column) {
      [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
      value = field.negate(value);
    }
    value = field.multiply(value, rows[column][column]);
    for (let row = column + 1; row < rows.length; row++) {
      if (field.isZero(rows[row][column])) continue;
      const factor = field.divide(rows[row][column], rows[column][column]);
      rows[row] = rows[row].map((e, k) =>
        k <= column ? field.zero : field.subtract(e, field.multiply(factor, rows[column][k])),
      );
    }
  }
  return value;
}
