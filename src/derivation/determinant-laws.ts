import type { Assumption } from './assumption.ts';
import type { CallableFunction } from './callable.ts';
import { declare } from './declare.ts';
import type { Claim, Term, UndeterminedFunction } from './term.ts';
import { equation, term } from './write.ts';

const { add, delta, derivative, determinant, multiply, subtract, sum } = term;

/** The space that numbers rows and columns in the laws, and that over which a linear combination runs. */
export const [rowSpace, termSpace] = [declare.space('I'), declare.space('E')];

const [a, b, c, i] = ['a', 'b', 'c', 'i'].map((name) => declare.point(name, rowSpace));
const e = declare.point('e', termSpace);
const k = declare.direction('k');

/** The undetermined functions of the laws. */
export const matrix: CallableFunction = declare.function('M', [a, b]);
export const [leftFactor, rightFactor]: readonly CallableFunction[] = [
  declare.function('A', [a, b]),
  declare.function('B', [a, b]),
];
export const row: CallableFunction = declare.function('u', [i, b]);
export const [coefficient, rowOfEach]: readonly CallableFunction[] = [
  declare.function('v', [i, e]),
  declare.function('w', [i, e, b]),
];

/** The matrix M with w_b in the row i. */
const withRow = (of: Term, by: Term): Term => add(multiply(subtract(1, delta(a, i)), of), multiply(delta(a, i), by));

/** A law of determinants: a claim about arbitrary functions, with what is assumed of these. */
export interface DeterminantLaw {
  readonly says: string;
  readonly given: readonly Assumption[];
  readonly claim: Claim;
}

const differentiable = (symbol: UndeterminedFunction): Assumption => ({
  kind: 'differentiable',
  function: symbol,
  order: 1,
});

/**
 * What the kernel takes for true of determinants, for square matrices of any size over the reals: the rest (expansion
 * along a row, Cramer's rule, the derivative by the adjugate, det M^-1 = 1/det M) follows from it. The matrix M with a
 * row w_i instead of its row i is written (1 - δ_ai) M_ab + δ_ai w_ib; that w may depend on i lets i be summed over.
 */
export const determinantLaws = {
  product: {
    says: 'the determinant of a product is the product of the determinants',
    given: [],
    claim: equation(
      determinant(a, b, sum(c, multiply(leftFactor(a, c), rightFactor(c, b)))),
      multiply(determinant(a, b, leftFactor(a, b)), determinant(a, b, rightFactor(a, b))),
    ),
  },
  row: {
    says: 'the identity with another row i, u_i, has the determinant u_ii',
    given: [],
    claim: equation(determinant(a, b, withRow(delta(a, b), row(i, b))), row(i, i)),
  },
  transposition: {
    says: 'a matrix and its transpose have one determinant',
    given: [],
    claim: equation(determinant(a, b, matrix(b, a)), determinant(a, b, matrix(a, b))),
  },
  linearity: {
    says: 'a determinant is linear in each row',
    given: [],
    claim: equation(
      determinant(a, b, withRow(matrix(a, b), sum(e, multiply(coefficient(i, e), rowOfEach(i, e, b))))),
      sum(e, multiply(coefficient(i, e), determinant(a, b, withRow(matrix(a, b), rowOfEach(i, e, b))))),
    ),
  },
  derivative: {
    says: 'a determinant is differentiated row by row',
    given: [differentiable(matrix.symbol)],
    claim: equation(
      derivative(k, determinant(a, b, matrix(a, b))),
      sum(i, determinant(a, b, withRow(matrix(a, b), derivative(k, matrix(a, b))))),
    ),
  },
} as const satisfies Readonly<Record<string, DeterminantLaw>>;

/** The name of a law of determinants. */
export type DeterminantLawName = keyof typeof determinantLaws;
