import { rationals } from '../algebra/index.ts';
import { DomainError } from '../errors.ts';
import { addQuantities, constantQuantity, type MixedDerivatives, multiplyQuantities } from './mixed-derivatives.ts';

/** Determinants of more rows are not evaluated. */
const mostRows = 12;

/**
 * The determinant of a square matrix of quantities with their derivatives along so many directions, without division:
 * of F(X) = μ(X) A the power F^(n-1)(A) has the determinant up to sign in its first entry, μ(X) being X above the
 * diagonal, minus the sum of the later diagonal entries on it, and zero below (R. S. Bird, A simple division-free
 * algorithm for computing determinants, 2011). Throws {@link DomainError} for a matrix that is too large.
 */
export function determinantOf(matrix: readonly (readonly MixedDerivatives[])[], directions: number): MixedDerivatives {
  const size = matrix.length;
  if (size > mostRows) throw new DomainError(`a determinant of ${size} rows is not evaluated, at most of ${mostRows}`);
  const zero = constantQuantity(rationals.zero, directions);
  const minus = constantQuantity(rationals.negate(rationals.one), directions);
  let power = matrix;
  for (let step = 1; step < size; step++) {
    const upper = aboveDiagonal(power, zero, minus);
    power = upper.map((row) =>
      matrix[0].map((_, column) =>
        row.reduce((sum, entry, inner) => addQuantities(sum, multiplyQuantities(entry, matrix[inner][column])), zero),
      ),
    );
  }
  return size % 2 === 1 ? power[0][0] : multiplyQuantities(minus, power[0][0]);
}

function aboveDiagonal(
  matrix: readonly (readonly MixedDerivatives[])[],
  zero: MixedDerivatives,
  minus: MixedDerivatives,
): readonly (readonly MixedDerivatives[])[] {
  const later = matrix.map((_, place) =>
    matrix.slice(place + 1).reduce((sum, row, further) => addQuantities(sum, row[place + 1 + further]), zero),
  );
  return matrix.map((row, place) =>
    row.map((entry, column) => {
      if (column > place) return entry;
      return column === place ? multiplyQuantities(minus, later[place]) : zero;
    }),
  );
}
