/** The two estimators of a network for every outcome of its labels, their exact means and covariances, and the formulas. */
import { range, total } from './lists.ts';
import type { AtInput } from './networks.ts';

/** Both estimators from one label for each input, p x p row by row, with the probability of these labels. */
export interface Estimate {
  readonly weight: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** All estimates for one label at each input; over several inputs they are averages, labels being independent. */
export function estimates(inputs: readonly AtInput[]): readonly Estimate[] {
  const each = inputs.map(({ weights, scores, hessians }) =>
    weights.map((weight, k) => ({ weight, first: outer(scores[k]), second: hessians[k].map((value) => -value) })),
  );
  const share = 1 / inputs.length;
  return each.reduce<readonly Estimate[]>(
    (all, list) =>
      all.flatMap((before) =>
        list.map(({ weight, first, second }) => ({
          weight: before.weight * weight,
          first: combined(before.first, first, share),
          second: combined(before.second, second, share),
        })),
      ),
    [
      {
        weight: 1,
        first: new Float64Array(each[0][0].first.length),
        second: new Float64Array(each[0][0].first.length),
      },
    ],
  );
}

export type Which = 'first' | 'second';

/** The exact mean of an estimator. */
export function meanEstimate(list: readonly Estimate[], which: Which): Float64Array {
  return list.reduce<Float64Array>(
    (sum, estimate) => combined(sum, estimate[which], estimate.weight),
    new Float64Array(list[0].first.length),
  );
}

/** The exact covariance of all pairs of entries of an estimator from one label at each input, p^4 numbers. */
export function covariance(list: readonly Estimate[], which: Which): Float64Array {
  const mean = meanEstimate(list, which);
  const size = mean.length;
  const tensor = new Float64Array(size * size);
  for (const estimate of list) {
    const centred = combined(estimate[which], mean, -1);
    for (let p = 0; p < size; p++) {
      const factor = estimate.weight * centred[p];
      for (let q = 0; q < size; q++) tensor[p * size + q] += factor * centred[q];
    }
  }
  return tensor;
}

/** J^T M J for a matrix M of the outputs. */
export function pulledBack({ parameters, outputs, jacobian }: AtInput, matrix: ArrayLike<number>): Float64Array {
  return squareOf(parameters, (i, j) =>
    total(pairs(outputs).map(([a, b]) => jacobian[a][i] * matrix[a * outputs + b] * jacobian[b][j])),
  );
}

/** Fourth central moments of the statistics by Lemma 5, from cumulants. */
export function fourthMoments({ outputs: C, information: I, fourthCumulants }: AtInput): Float64Array {
  return fourthCumulants.map((cumulant, place) => {
    const [a, b, c, d] = [place / C ** 3, place / C ** 2, place / C, place].map((value) => Math.floor(value) % C);
    return cumulant + I[a * C + b] * I[c * C + d] + I[a * C + c] * I[b * C + d] + I[a * C + d] * I[b * C + c];
  });
}

/** K - I ⊗ I. */
export function momentFactor(at: AtInput): Float64Array {
  const pairsOfOutputs = at.outputs ** 2;
  return fourthMoments(at).map(
    (value, place) =>
      value - at.information[Math.floor(place / pairsOfOutputs)] * at.information[place % pairsOfOutputs],
  );
}

/** Theorem 4 for one label: J J J J (K - I ⊗ I). */
export function firstCovarianceFormula(at: AtInput): Float64Array {
  const { jacobian, outputs } = at;
  const products = pairs(outputs).map(([a, b]) => squareOf(at.parameters, (i, j) => jacobian[a][i] * jacobian[b][j]));
  return contracted(products, momentFactor(at));
}

/** Theorem 6 for one label: ∂²h ∂²h I. */
export function secondCovarianceFormula({ curvature, information }: AtInput): Float64Array {
  return contracted(curvature, information);
}

/** Σ_pq A_p ⊗ A_q m_pq. */
function contracted(matrices: readonly Float64Array[], weights: Float64Array): Float64Array {
  const [count, size] = [matrices.length, matrices[0].length];
  const tensor = new Float64Array(size * size);
  for (let p = 0; p < count; p++) {
    const mixed = matrices.reduce(
      (sum, matrix, q) => combined(sum, matrix, weights[p * count + q]),
      new Float64Array(size),
    );
    for (let u = 0; u < size; u++) {
      for (let v = 0; v < size; v++) tensor[u * size + v] += matrices[p][u] * mixed[v];
    }
  }
  return tensor;
}

/**
 * Both sides in units of the right one's Frobenius norm, so that an error is relative to the whole tensor; as they are
 * where that is below 1e-12.
 */
export function inUnits(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
): { readonly left: number[]; readonly right: number[] } {
  const norm = frobenius(right);
  const unit = norm > 1e-12 ? norm : 1;
  return { left: Array.from(left, (value) => value / unit), right: Array.from(right, (value) => value / unit) };
}

/** The largest difference of two tensors over the Frobenius norm of the second; as it is where that is below 1e-12. */
export function distance(left: Float64Array, right: Float64Array): number {
  const norm = frobenius(right);
  return (
    left.reduce((most, value, place) => Math.max(most, Math.abs(value - right[place])), 0) / (norm > 1e-12 ? norm : 1)
  );
}

/** The mean of arrays of the same length. */
export function average(arrays: readonly Float64Array[]): Float64Array {
  return arrays.reduce((sum, array) => combined(sum, array, 1 / arrays.length), new Float64Array(arrays[0].length));
}

/** a + factor b. */
export function combined(a: Float64Array, b: Float64Array, factor: number): Float64Array {
  return a.map((value, place) => value + factor * b[place]);
}

export function frobenius(values: ArrayLike<number>): number {
  return Math.sqrt(total(Array.from(values, (value) => value ** 2)));
}

export function outer(v: Float64Array): Float64Array {
  return squareOf(v.length, (i, j) => v[i] * v[j]);
}

/** An n x n matrix row by row. */
export function squareOf(n: number, entry: (i: number, j: number) => number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, place) => entry(Math.floor(place / n), place % n));
}

export function identityMatrix(n: number): Float64Array {
  return squareOf(n, (i, j) => (i === j ? 1 : 0));
}

export const pairs = (n: number): readonly (readonly [number, number])[] =>
  range(n).flatMap((a) => range(n).map((b) => [a, b] as const));
