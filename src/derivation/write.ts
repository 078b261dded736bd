import { type Integer, rational } from '../algebra/index.ts';
import { natural } from './callable.ts';
import { asVariable, type Natural, variableNatural } from './natural.ts';
import type { PointVariable, SamplePoint } from './space.ts';
import type { Claim, Term } from './term.ts';

/** A term, or the whole number that it is. */
export type TermLike = Term | number;

/** The term itself, or the term of a whole number. */
export function asTerm(value: TermLike): Term {
  return typeof value === 'number' ? { kind: 'rational', ...rational(value) } : value;
}

/** Writes terms. Each makes plain data and checks nothing: whether a term means anything is for {@link prove}. */
export const term = {
  /** The fraction numerator / denominator. */
  fraction: (numerator: Integer, denominator: Integer): Term => ({
    kind: 'rational',
    ...rational(numerator, denominator),
  }),

  /** The sum of terms. */
  add: (...terms: TermLike[]): Term => ({ kind: 'add', terms: terms.map(asTerm) }),

  /** a - b. */
  subtract: (a: TermLike, b: TermLike): Term => term.add(a, term.negate(b)),

  /** -a. */
  negate: (a: TermLike): Term => term.multiply(-1, a),

  /** The product of terms. */
  multiply: (...factors: TermLike[]): Term => ({ kind: 'multiply', factors: factors.map(asTerm) }),

  /** a / b; b must be shown nonzero by what is declared. */
  divide: (a: TermLike, b: TermLike): Term => ({ kind: 'divide', numerator: asTerm(a), denominator: asTerm(b) }),

  /** a². */
  square: (a: TermLike): Term => term.multiply(a, a),

  /** The natural logarithm; its argument must be shown positive by what is declared. */
  log: (of: TermLike): Term => ({ kind: 'log', of: asTerm(of) }),

  /** u^r for any real r; u must be shown positive by what is declared. */
  power: (of: TermLike, exponent: TermLike): Term => ({ kind: 'power', of: asTerm(of), exponent: asTerm(exponent) }),

  /** u - 1 - log u, which is >= 0 for u > 0. */
  gap: (u: TermLike): Term => term.add(u, -1, term.negate(term.log(u))),

  /** The partial derivative ∂_i of a term in θ. */
  derivative: (along: SamplePoint, of: TermLike): Term => ({ kind: 'derivative', along, of: asTerm(of) }),

  /** The value of a term where θ is the given one, `declare.parameter('θ0')`. */
  at: (of: TermLike, parameter: SamplePoint): Term => ({ kind: 'at', parameter, of: asTerm(of) }),

  /** The sum over all points of the variable's space. */
  sum: (over: PointVariable, of: TermLike): Term => ({ kind: 'sum', over, of: asTerm(of) }),

  /** By cases: `zero` where n = 0, and `successor(m)` where n = m + 1; m takes the name given. */
  cases: (n: Natural | number, zero: TermLike, successor: (m: Natural) => TermLike, name: string = 'm'): Term => ({
    kind: 'cases',
    on: natural(n),
    zero: asTerm(zero),
    index: name,
    successor: asTerm(successor(variableNatural(name))),
  }),

  /** Kronecker's delta: 1 where two points of one finite space are the same, and 0 elsewhere. */
  delta: (left: SamplePoint, right: SamplePoint): Term => ({ kind: 'delta', left, right }),

  /** The determinant of the matrix with these entries, the row and the column being points of one finite space. */
  determinant: (rows: PointVariable, columns: PointVariable, of: TermLike): Term => ({
    kind: 'determinant',
    rows,
    columns,
    of: asTerm(of),
  }),

  /** The sum for α = 1, ..., n. */
  sumUpTo: (index: Natural, to: Natural | number, of: TermLike): Term => range('sum', index, to, of),

  /** The product for α = 1, ..., n. */
  productUpTo: (index: Natural, to: Natural | number, of: TermLike): Term => range('product', index, to, of),
};

/** The claim that two terms are equal. */
export function equation(left: TermLike, right: TermLike): Claim {
  return { left: asTerm(left), right: asTerm(right) };
}

/** The claim that one term is at most another. */
export function inequality(left: TermLike, right: TermLike): Claim {
  return { left: asTerm(left), right: asTerm(right), relation: 'atMost' };
}

function range(operation: 'sum' | 'product', index: Natural, to: Natural | number, of: TermLike): Term {
  return { kind: 'range', operation, index: asVariable(index) ?? '', to: natural(to), of: asTerm(of) };
}
