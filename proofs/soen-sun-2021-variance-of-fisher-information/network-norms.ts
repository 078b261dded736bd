/** Norms of the covariances of a network, from the labels alone, and the factors of the bounds of section 3.2. */
import { total } from './lists.ts';
import { estimates, frobenius, meanEstimate, momentFactor, type Which } from './network-estimates.ts';
import type { AtInput } from './networks.ts';

/**
 * The Frobenius norm of the covariance of an estimator from one label: the square is the sum over pairs of labels of
 * w w' <A, A'>^2, where A is the estimate less its mean; no tensor is formed.
 */
export function covarianceNorm(at: AtInput, which: Which): number {
  const list = estimates([at]);
  const mean = meanEstimate(list, which);
  const centred = list.map((estimate) => estimate[which].map((value, place) => value - mean[place]));
  let square = 0;
  for (const [k, one] of centred.entries()) {
    for (let l = 0; l <= k; l++) {
      const other = centred[l];
      let product = 0;
      for (let place = 0; place < one.length; place++) product += one[place] * other[place];
      square += (l === k ? 1 : 2) * list[k].weight * list[l].weight * product ** 2;
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
