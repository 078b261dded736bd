import { type Application, by } from './argue.ts';
import {
  coefficient,
  type DeterminantLawName,
  determinantLaws,
  leftFactor,
  matrix,
  rightFactor,
  row,
  rowOfEach,
  termSpace,
} from './determinant-laws.ts';
import type { Justification } from './justification.ts';
import { determinantTheorems, type Theorem } from './kernel.ts';
import type { SamplePoint, SampleSpace } from './space.ts';
import type { Term } from './term.ts';

/** The entry of a matrix at a row and a column. */
type Entry = (row: SamplePoint, column: SamplePoint) => Term;

/**
 * Laws of determinants, for matrices numbered by the points of a finite space or by the coordinates of θ, and given by
 * their entries; `term.determinant` writes one. Whatever else holds of determinants follows from these laws.
 */
export const determinants = {
  /** det Σ_c A(a, c) B(c, b) = det A det B. */
  product: (space: SampleSpace, left: Entry, right: Entry): Justification<Theorem> =>
    applied('product', space, [
      [leftFactor, left],
      [rightFactor, right],
    ]),

  /** The identity with another row i, (1 - δ(a, i)) δ(a, b) + δ(a, i) u(i, b), has the determinant u(i, i). */
  row: (space: SampleSpace, entries: Entry): Justification<Theorem> => applied('row', space, [[row, entries]]),

  /** det M(b, a) = det M(a, b). */
  transposition: (space: SampleSpace, of: Entry): Justification<Theorem> =>
    applied('transposition', space, [[matrix, of]]),

  /** M with the row i of Σ_e v(i, e) w(i, e, b) has the sum of v(i, e) times its determinants with the rows w(i, e, b). */
  linearity: (
    space: SampleSpace,
    of: Entry,
    terms: {
      readonly over: SampleSpace;
      readonly coefficient: Entry;
      readonly row: (row: SamplePoint, term: SamplePoint, column: SamplePoint) => Term;
    },
  ): Justification<Theorem> =>
    applied(
      'linearity',
      space,
      [
        [matrix, of],
        [coefficient, terms.coefficient],
        [rowOfEach, terms.row],
      ],
      terms.over,
    ),

  /** ∂ det M is the sum over i of det M with the row i differentiated, for differentiable M. */
  derivative: (space: SampleSpace, of: Entry): Justification<Theorem> => applied('derivative', space, [[matrix, of]]),
};

/** What a theorem says in words, if it is a law of determinants. */
export function determinantLawIn(theorem: Theorem): string | undefined {
  const names = Object.keys(determinantTheorems) as DeterminantLawName[];
  const law = names.find((name) => determinantTheorems[name] === theorem);
  return law === undefined ? undefined : determinantLaws[law].says;
}

function applied(
  law: DeterminantLawName,
  space: SampleSpace,
  functions: NonNullable<Application['functions']>,
  terms: SampleSpace = termSpace,
): Justification<Theorem> {
  return by.theorem(determinantTheorems[law], { functions, spaces: { I: space, E: terms } });
}
