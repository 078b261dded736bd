import { DomainError } from '../errors.ts';
import type { Field } from './structure.ts';

/** A matrix: rows of elements of some field. */
export type Matrix<E> = readonly (readonly E[])[];

/**
 * The inverse of a square matrix over a field, by Gauss-Jordan elimination with the pivot of best quality in its column.
 * Throws {@link DomainError} with the rank reached where the matrix is singular.
 */
export function inverseMatrix<E>(field: Field<E>, matrix: Matrix<E>): E[][] {
  const n = matrix.length;
  const left = matrix.map((row) => [...row]);
  const right = matrix.map((_, i) => matrix.map((_, j) => (i === j ? field.one : field.zero)));
  for (let column = 0; column < n; column++) {
    const pivot = bestPivot(field, left, column);
    if (pivot === null)
      throw new DomainError(`a singular ${n} x ${n} matrix has no inverse: its rank is ${rank(field, matrix)}`);
    for (const rows of [left, right]) [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    const scale = field.divide(field.one, left[column][column]);
    for (const rows of [left, right]) rows[column] = rows[column].map((e) => field.multiply(e, scale));
    for (let row = 0; row < n; row++) {
      if (row !== column) eliminate(field, left, right, row, column);
    }
  }
  return right;
}

function eliminate<E>(field: Field<E>, left: E[][], right: E[][], row: number, column: number): void {
  const factor = left[row][column];
  if (field.isZero(factor)) return;
  for (const rows of [left, right]) {
    rows[row] = rows[row].map((e, k) => {
      const pivot = rows[column][k];
      return field.isZero(pivot) ? e : field.subtract(e, field.multiply(factor, pivot));
    });
  }
}

function bestPivot<E>(field: Field<E>, rows: E[][], column: number, from = column): number | null {
  let [best, quality] = [-1, 0];
  for (let row = from; row < rows.length; row++) {
    const candidate = field.pivotQuality(rows[row][column]);
    if (candidate > quality) [best, quality] = [row, candidate];
  }
  return best < 0 ? null : best;
}

/** The rank of a matrix over a field in which zero is recognised. */
export function rank<E>(field: Field<E>, matrix: Matrix<E>): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0) && found < rows.length; column++) {
    const pivot = bestPivot(field, rows, column, found);
    if (pivot === null) continue;
    [rows[found], rows[pivot]] = [rows[pivot], rows[found]];
    for (let row = found + 1; row < rows.length; row++) {
      const factor = field.divide(rows[row][column], rows[found][column]);
      if (field.isZero(factor)) continue;
      rows[row] = rows[row].map((e, k) => field.subtract(e, field.multiply(factor, rows[found][k])));
    }
    found++;
  }
  return found;
}
