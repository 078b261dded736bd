import { rationals } from '../algebra/index.ts';
import { DomainError } from '../errors.ts';
import {
  addQuantities,
  constantQuantity,
  divideQuantities,
  type MixedDerivatives,
  multiplyQuantities,
  subtractQuantities,
} from './mixed-derivatives.ts';
import { isExactZero, toNumber } from './scalar.ts';

type Row = readonly MixedDerivatives[];

/** A pivot below this part of the largest entry may be nothing but rounding. */
const smallest = 1e-9;

/**
 * The solution x of A x = b that differs from `start` by a combination of the rows of A: start + Aᵀ (A Aᵀ)⁻¹ (b - A
 * start), which for an invertible A is its inverse times b. Entries are quantities with their derivatives along some
 * directions, so that the equations hold for these too. Throws {@link DomainError} where the rows are dependent, unless
 * they say nothing that the others do not say.
 */
export function nearestSolution(rows: readonly Row[], right: Row, start: Row): Row {
  const product = (a: Row, b: Row): MixedDerivatives =>
    a.map((entry, place) => multiplyQuantities(entry, b[place])).reduce(addQuantities);
  const missing = right.map((value, place) => subtractQuantities(value, product(rows[place], start)));
  const weights = solved(
    rows.map((row) => rows.map((other) => product(row, other))),
    missing,
  );
  return start.map((value, place) =>
    rows.reduce((sum, row, at) => addQuantities(sum, multiplyQuantities(row[place], weights[at])), value),
  );
}

/** The solution of G y = r for a square matrix, by elimination with the largest pivots. */
function solved(matrix: readonly Row[], right: Row): Row {
  const size = (entry: MixedDerivatives): number => Math.abs(toNumber(entry[0]));
  const scale = Math.max(...matrix.flat().map(size));
  let open = matrix.map((row, place) => [...row, right[place]]);
  const done: (typeof open)[number][] = [];
  for (let column = 0; column < matrix.length; column++) {
    const pivot = open.reduce((best, row) => (size(row[column]) > size(best[column]) ? row : best));
    if (!(size(pivot[column]) > smallest * scale)) {
      if (!open.every((row) => row.slice(column).every((entry) => entry.every(isExactZero)))) {
        throw new DomainError('an equation assumed has no solution here');
      }
      // The rows that are left repeat others: their weights may be anything, and are zero.
      const none = open.map((row) => row.map(() => constantQuantity(rationals.zero, Math.log2(row[0].length))));
      return [...done, ...none].map((row) => row[matrix.length]);
    }
    const scaled = pivot.map((entry) => divideQuantities(entry, pivot[column]));
    const reduced = (row: (typeof open)[number]): (typeof open)[number] =>
      row.map((entry, place) => subtractQuantities(entry, multiplyQuantities(row[column], scaled[place])));
    open = open.filter((row) => row !== pivot).map(reduced);
    done.splice(0, done.length, ...done.map(reduced), scaled);
  }
  return done.map((row) => row[matrix.length]);
}
