import { type Rational, rational, rationals, sumOfProducts } from '../algebra/index.ts';

/** The moment E[x_1^k_1 x_2^k_2 ...] of a random vector as a function of the exponents. */
export type Moments = (exponents: readonly number[]) => Rational;

/**
 * The moments of the multivariate normal distribution, by Stein's identity
 * E[x_i f] = mu_i E[f] + sum_j Sigma_ij E[d_j f], a recursion from E[1] = 1 [Isserlis 1918]. Sigma is symmetric.
 */
export function gaussianMoments(mean: readonly Rational[], covariance: readonly (readonly Rational[])[]): Moments {
  const known = new Map<string, Rational>();
  const moment: Moments = (exponents) => {
    const key = exponents.join(' ');
    const value = known.get(key) ?? fromLower(exponents);
    known.set(key, value);
    return value;
  };
  const fromLower: Moments = (exponents) => {
    const i = exponents.findIndex((exponent) => exponent > 0);
    if (i < 0) return rationals.one;
    const rest = exponents.with(i, exponents[i] - 1);
    const derivatives = rest.flatMap((exponent, j): [Rational, Rational][] =>
      exponent === 0
        ? []
        : [[rationals.multiply(covariance[i][j], rational(exponent)), moment(rest.with(j, exponent - 1))]],
    );
    return sumOfProducts(rationals, [[mean[i], moment(rest)], ...derivatives]);
  };
  return moment;
}
