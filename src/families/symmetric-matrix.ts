import { rational } from '../algebra/index.ts';
import type { Expression } from '../calculus/index.ts';
import type { Coordinate } from './family.ts';

/** A symmetric matrix whose entries on and above the diagonal are names: s11, s12, ..., s22, ... */
export interface SymmetricMatrix {
  readonly size: number;
  /** The name of entry i, j, counted from 0, in either order. */
  name(i: number, j: number): string;
  /** The names on and above the diagonal, row by row; those on the diagonal are positive in a definite matrix. */
  readonly entries: readonly Coordinate[];
  /** The determinant of the rows and columns named; expressions that several minors need are shared. */
  minor(rows: readonly number[], columns: readonly number[]): Expression;
  readonly determinant: Expression;
  /** The leading principal minors from the second on: with the diagonal, all positive exactly where the matrix is. */
  readonly leadingMinors: readonly Expression[];
  /** Entry i, j of the adjugate, which is the determinant times the inverse. */
  adjugate(i: number, j: number): Expression;
}

/** The symmetric matrix of the given size, its entries named by a stem with their places. */
export function symmetricMatrix(stem: string, size: number): SymmetricMatrix {
  const range = Array.from({ length: size }, (_, k) => k);
  const separator = size > 9 ? '_' : '';
  const name = (i: number, j: number): string => `${stem}${Math.min(i, j) + 1}${separator}${Math.max(i, j) + 1}`;
  const known = new Map<string, Expression>();
  const minor = (rows: readonly number[], columns: readonly number[]): Expression => {
    const key = [rows.join(), columns.join()].sort().join(';'); // symmetric
    const value = known.get(key) ?? alongFirstRow(rows, columns);
    known.set(key, value);
    return value;
  };
  const alongFirstRow = ([row, ...rest]: readonly number[], columns: readonly number[]): Expression => {
    if (row === undefined) return { kind: 'number', value: rational(1) };
    const terms = columns.map((column, k): Expression => {
      const entry = symbol(name(row, column));
      const term: Expression =
        rest.length === 0 ? entry : { kind: 'multiply', factors: [entry, minor(rest, columns.toSpliced(k, 1))] };
      return k % 2 === 0 ? term : { kind: 'negate', of: term };
    });
    return terms.length === 1 ? terms[0] : { kind: 'add', terms };
  };
  return {
    size,
    name,
    entries: range.flatMap((i) =>
      range.slice(i).map((j): Coordinate => ({ name: name(i, j), domain: i === j ? 'positive' : 'real' })),
    ),
    minor,
    determinant: minor(range, range),
    leadingMinors: range.slice(1).map((k) => minor(range.slice(0, k + 1), range.slice(0, k + 1))),
    adjugate: (i, j) => {
      const value = minor(range.toSpliced(i, 1), range.toSpliced(j, 1));
      return (i + j) % 2 === 0 ? value : { kind: 'negate', of: value };
    },
  };
}

/** The expression that a name stands for. */
export function symbol(name: string): Expression {
  return { kind: 'symbol', name };
}
