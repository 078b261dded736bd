/** Norms of the covariances of a network, from the labels alone, and the factors of the bounds of section 3.2. */
import { total } from './lists.ts';
import { estimates, frobenius, meanEstimate, momentFactor, pairs, type Which } from './network-estimates.ts';
import type { AtInput } from './networks.ts';

/**
 * The Frobenius norm of the covariance of an estimator from one label, Σ_k w_k A_k ⊗ A_k with A the estimate less its mean: no
 * tensor is formed. With sqrt(w_k) A_k as columns of V, which has one row for each entry on and above the diagonal, it is
 * |V V^T| = |V^T V|, of which the smaller one is taken.
 */
export function covarianceNorm(at: AtInput, which: Which): number {
  const list = estimates([at]);
  const mean = meanEstimate(list, which);
  const p = at.parameters;
  const entries = pairs(p).filter(([i, j]) => i <= j);
  const columns = list.map((estimate) => {
    const root = Math.sqrt(estimate.weight);
    return Float64Array.from(entries, ([i, j]) => {
      const place = i * p + j;
      return root * (i === j ? 1 : Math.SQRT2) * (estimate[which][place] - mean[place]);
    });
  });
  const vectors =
    columns.length <= entries.length
      ? columns
      : entries.map((_, place) => Float64Array.from(columns, (column) => column[place]));
  let square = 0;
  for (const [k, one] of vectors.entries()) {
    for (let l = 0; l <= k; l++) {
      const other = vectors[l];
      let product = 0;
      for (let place = 0; place < one.length; place++) product += one[place] * other[place];
      square += (l === k ? 1 : 2) * product ** 2;
    }
  }
  return Math.sqrt(square);
}

/** Σ_ij Var of the entries of an estimator from one label. */
export function totalVariance(at: AtInput, which: Which): number {
  const list = estimates([at]);
  const mean = meanEstimate(list, which);
  return total(
    list.map((estimate) => estimate.weight * total(estimate[which].map((value, place) => (value - mean[place]) ** 2))),
  );
}

/** |J|, |∂²h|, |K - I ⊗ I| and |I|. */
export function factors(at: AtInput): Record<'jacobian' | 'curvature' | 'moment' | 'information', number> {
  return {
    jacobian: frobenius(at.jacobian.map(frobenius)),
    curvature: frobenius(at.curvature.map(frobenius)),
    moment: frobenius(momentFactor(at)),
    information: frobenius(at.information),
  };
}
