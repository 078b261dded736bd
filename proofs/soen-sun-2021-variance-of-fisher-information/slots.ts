/**
 * Bounds of contractions by Frobenius norms, one index at a time: |M c|^2 <= |M|^2 |c|^2 for a matrix M over outputs and
 * coordinates, by Cauchy-Schwarz, the difference being a sum of squares.
 */
import { declare, type PointVariable, type Term, term } from 'fisher-rao';
import { A, a, b, bend, c, d, I, K, slope } from './exponential-outputs.ts';

const { fraction, multiply, square, subtract, sum } = term;

/** The sum over all of these variables. */
export function sumOver(variables: readonly PointVariable[], of: Term): Term {
  return variables.reduceRight<Term>((inner, variable) => sum(variable, inner), of);
}

/** |J|^2, with variables of its own. */
const [q, g] = [declare.direction('q'), declare.point('g', A)];
export const normOfSlopes = sum(q, sum(g, square(slope(q, g))));
export const eighthPowerOfSlopes = multiply(normOfSlopes, normOfSlopes, normOfSlopes, normOfSlopes);

/** |∂²h|^2, with variables of its own. */
const q2 = declare.direction('q2');
export const normOfBends = sum(q, sum(q2, sum(g, square(bend(q, q2, g)))));

/** K - I ⊗ I, and its squared norm. */
export const excess = declare.definition('C', [a, b, c, d], subtract(K(a, b, c, d), multiply(I(a, b), I(c, d))));
export const squaredMoments = sumOver([a, b, c, d], square(excess(a, b, c, d)));

const other = declare.point('o', A);

/** One contraction in a sum of squares over `outer` variables. */
export interface Slot {
  /** Σ_outer Σ_index (Σ_output M c)^2. */
  readonly from: Term;
  /** Σ_outer |M|^2 Σ_output c^2. */
  readonly to: Term;
  /** The second less the first, as a sum of squares. */
  readonly difference: Term;
}

/**
 * The matrix M has the output and the `index` variables, the vector c the output; `norm` is |M|^2, with variables of its
 * own.
 */
export function slot(
  outer: readonly PointVariable[],
  index: readonly PointVariable[],
  output: PointVariable,
  {
    matrix,
    vector,
    norm,
  }: {
    readonly matrix: (output: PointVariable) => Term;
    readonly vector: (output: PointVariable) => Term;
    readonly norm: Term;
  },
): Slot {
  const minor = subtract(multiply(matrix(output), vector(other)), multiply(matrix(other), vector(output)));
  return {
    from: sumOver([...outer, ...index], square(sum(output, multiply(matrix(output), vector(output))))),
    to: sumOver(outer, multiply(norm, sum(output, square(vector(output))))),
    difference: sumOver([...outer, ...index], multiply(fraction(1, 2), sumOver([output, other], square(minor)))),
  };
}
