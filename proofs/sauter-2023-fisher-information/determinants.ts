/**
 * What follows from the laws of determinants, for matrices of any size, numbered by the points of a finite space: the
 * determinant with another row, Cramer's rule, the derivative by Jacobi's formula, and that a matrix with an inverse on
 * one side has it on both.
 */
import {
  assume,
  by,
  declare,
  determinants,
  equation,
  type PointVariable,
  type SamplePoint,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';

const { add, delta, derivative, determinant, multiply, subtract, sum } = term;

/** The entry of a matrix at a row and a column. */
export type Entry = (row: SamplePoint, column: SamplePoint) => Term;

export const I = declare.space('I');
const [a, b, c, d, i, j] = ['a', 'b', 'c', 'd', 'i', 'j'].map((name) => declare.point(name, I));
const k = declare.direction('k');
export const M = declare.function('M', [a, b]);
export const h = declare.function('h', [a, b]);
export const u = declare.function('u', [i, b]);

/** det of the matrix with these entries, its rows and columns numbered by variables in the place of a and b. */
export const det = (of: Entry, rows: PointVariable = a, columns: PointVariable = b): Term =>
  determinant(rows, columns, of(rows, columns));

/** The matrix with another row at one place. */
export const withRow =
  (place: SamplePoint, of: Entry, other: (column: SamplePoint) => Term): Entry =>
  (row, column) =>
    add(multiply(subtract(1, delta(row, place)), of(row, column)), multiply(delta(row, place), other(column)));

/** The cofactor of an entry: the determinant with the unit row at that row. */
export const cofactor = (of: Entry, row: SamplePoint, column: SamplePoint, ...names: PointVariable[]): Term =>
  det(
    withRow(row, of, (at) => delta(at, column)),
    ...(names as [PointVariable, PointVariable]),
  );

const combined: Entry = withRow(i, M, (at) => sum(c, multiply(u(i, c), M(c, at))));
const elementary: Entry = withRow(i, delta, (at) => u(i, at));

export const rowOfRows = statement({
  label: 'determinant/row',
  title: 'with sum_c u_ic M_c for its row i a matrix M of any size has the determinant u_ii det M',
  claim: equation(det(combined), multiply(u(i, i), det(M))),
  expected: 'proved',
  proof: () =>
    start(det(combined))
      .equals(
        det((row, column) => sum(c, multiply(elementary(row, c), M(c, column)))),
        by.delta,
        by.rearrangement,
      )
      .equals(multiply(det(elementary), det(M)), determinants.product(I, elementary, M))
      .equals(multiply(u(i, i), det(M)), determinants.row(I, u)),
});

const expansion = sum(c, multiply(M(d, c), cofactor(M, i, c)));

export const cramersRule = statement({
  label: 'determinant/cramer',
  title:
    'the products of a row with the cofactors of the same row add up to the determinant, with those of another to 0',
  claim: equation(expansion, multiply(delta(d, i), det(M))),
  expected: 'proved',
  proof: () =>
    start(expansion)
      .equals(
        det(withRow(i, M, (at) => sum(c, multiply(M(d, c), delta(at, c))))),
        determinants.linearity(I, M, {
          over: I,
          coefficient: (_row, at) => M(d, at),
          row: (_row, at, column) => delta(column, at),
        }),
      )
      .equals(det(withRow(i, M, (at) => sum(c, multiply(delta(d, c), M(c, at))))), by.delta)
      .equals(
        multiply(delta(d, i), det(M)),
        by.theorem(theoremOf(rowOfRows), { functions: [[u, (_row: SamplePoint, at: SamplePoint) => delta(d, at)]] }),
      ),
});

const isInverse = assume.equation('h is a left inverse of M', sum(c, multiply(h(a, c), M(c, b))), delta(a, b));
/** A vector that M takes to zero. */
export const n = declare.function('n', [b]);
const isNull = assume.equation('M n = 0', sum(b, multiply(M(a, b), n(b))), 0);
const transposed: Entry = (row, column) => M(column, row);

export const determinantWithNullVector = statement({
  label: 'determinant/null-vector',
  title: 'a matrix that takes a vector n to zero has determinant zero, unless n is zero: n_i det M = 0',
  given: [isNull],
  claim: equation(multiply(n(i), det(M)), 0),
  expected: 'proved',
  proof: () =>
    start(multiply(n(i), det(M)))
      .equals(multiply(n(i), det(transposed)), determinants.transposition(I, M))
      .equals(sum(d, multiply(n(d), multiply(delta(d, i), det(transposed)))), by.delta)
      .equals(
        sum(d, multiply(n(d), sum(c, multiply(M(c, d), cofactor(transposed, i, c))))),
        by.theorem(theoremOf(cramersRule), { functions: [[M, transposed]] }),
      )
      .equals(sum(c, multiply(cofactor(transposed, i, c), sum(d, multiply(M(c, d), n(d))))), by.rearrangement)
      .equals(0, by.assumption(isNull), by.linearity),
});

export const determinantOfTheIdentity = statement({
  label: 'determinant/identity',
  title: 'the determinant of the identity is 1',
  claim: equation(det(delta), 1),
  expected: 'proved',
  proof: () => {
    const identity = withRow(d, delta, (at) => delta(d, at));
    return start(det(delta)).equals(det(identity), by.delta).equals(1, determinants.row(I, delta));
  },
});

export const determinantOfTheInverse = statement({
  label: 'determinant/inverse',
  title: 'the determinant of an inverse is the inverse of the determinant, which therefore is not zero',
  given: [isInverse],
  claim: equation(multiply(det(h), det(M)), 1),
  expected: 'proved',
  proof: () =>
    start(multiply(det(h), det(M)))
      .equals(
        det((row, column) => sum(c, multiply(h(row, c), M(c, column)))),
        determinants.product(I, h, M),
      )
      .equals(det(delta), by.assumption(isInverse))
      .equals(1, by.theorem(theoremOf(determinantOfTheIdentity))),
});

export const inverseByCofactors = statement({
  label: 'determinant/adjugate',
  title: 'the inverse is made of the cofactors: (M^-1)_dj det M is that of M_jd',
  given: [isInverse],
  claim: equation(multiply(h(d, j), det(M)), cofactor(M, j, d)),
  expected: 'proved',
  proof: () => {
    const e = { ...c, name: 'e' };
    return start(multiply(h(d, j), det(M)))
      .equals(sum(e, multiply(h(d, e), delta(e, j), det(M))), by.delta)
      .equals(
        sum(e, multiply(h(d, e), sum(c, multiply(M(e, c), cofactor(M, j, c))))),
        by.theorem(theoremOf(cramersRule)),
      )
      .equals(sum(c, multiply(sum(e, multiply(h(d, e), M(e, c))), cofactor(M, j, c))), by.rearrangement)
      .equals(sum(c, multiply(delta(d, c), cofactor(M, j, c))), by.assumption(isInverse))
      .equals(cofactor(M, j, d), by.delta);
  },
});

const onTheRight = sum(c, multiply(M(d, c), h(c, j)));

export const inverseOnBothSides = statement({
  label: 'determinant/inverse-on-both-sides',
  title: 'an inverse of a square matrix on the left is one on the right',
  given: [isInverse],
  claim: equation(onTheRight, delta(d, j)),
  expected: 'proved',
  proof: () =>
    start(onTheRight)
      .equals(multiply(multiply(det(h), det(M)), onTheRight), by.theorem(theoremOf(determinantOfTheInverse)))
      .equals(multiply(det(h), sum(c, multiply(M(d, c), multiply(h(c, j), det(M))))), by.linearity)
      .equals(multiply(det(h), sum(c, multiply(M(d, c), cofactor(M, j, c)))), by.theorem(theoremOf(inverseByCofactors)))
      .equals(multiply(multiply(det(h), det(M)), delta(d, j)), by.theorem(theoremOf(cramersRule)))
      .equals(delta(d, j), by.theorem(theoremOf(determinantOfTheInverse))),
});

const isDifferentiable = assume.differentiable(M);

export const jacobisFormula = statement({
  label: 'determinant/derivative',
  title: "the derivative of a determinant is the sum of its cofactors times the entries' derivatives",
  given: [isDifferentiable],
  claim: equation(derivative(k, det(M)), sum(i, sum(j, multiply(cofactor(M, i, j), derivative(k, M(i, j)))))),
  expected: 'proved',
  proof: () =>
    start(derivative(k, det(M)))
      .equals(sum(i, det(withRow(i, M, (at) => derivative(k, M(i, at))))), determinants.derivative(I, M), by.delta)
      .equals(sum(i, det(withRow(i, M, (at) => sum(j, multiply(derivative(k, M(i, j)), delta(at, j)))))), by.delta)
      .equals(
        sum(i, sum(j, multiply(cofactor(M, i, j), derivative(k, M(i, j))))),
        determinants.linearity(I, M, {
          over: I,
          coefficient: (row, at) => derivative(k, M(row, at)),
          row: (_row, at, column) => delta(column, at),
        }),
        by.rearrangement,
      ),
});

const bothSides = multiply(det(M), sum(i, sum(j, multiply(h(j, i), derivative(k, M(i, j))))));

export const derivativeByTheInverse = statement({
  label: 'determinant/derivative-by-the-inverse',
  title: 'd det M = det M sum_ij (M^-1)_ji d M_ij, for any matrix M with an inverse',
  given: [isDifferentiable, isInverse],
  claim: equation(derivative(k, det(M)), bothSides),
  expected: 'proved',
  proof: () =>
    start(derivative(k, det(M)))
      .equals(sum(i, det(withRow(i, M, (at) => derivative(k, M(i, at))))), determinants.derivative(I, M), by.delta)
      .equals(sum(i, det(withRow(i, M, (at) => sum(d, multiply(derivative(k, M(i, d)), delta(d, at)))))), by.delta)
      .equals(
        sum(
          i,
          det(withRow(i, M, (at) => sum(d, multiply(derivative(k, M(i, d)), sum(c, multiply(h(d, c), M(c, at))))))),
        ),
        by.assumption(isInverse),
      )
      .equals(
        sum(
          i,
          det(withRow(i, M, (at) => sum(c, multiply(sum(d, multiply(derivative(k, M(i, d)), h(d, c))), M(c, at))))),
        ),
        by.rearrangement,
      )
      .equals(
        sum(i, multiply(sum(d, multiply(derivative(k, M(i, d)), h(d, i))), det(M))),
        by.theorem(theoremOf(rowOfRows), {
          functions: [[u, (row: SamplePoint, at: SamplePoint) => sum(d, multiply(derivative(k, M(row, d)), h(d, at)))]],
        }),
      )
      .equals(bothSides, by.rearrangement),
});
