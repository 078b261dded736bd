/** Laws beyond field algebra that a step may cite. Bringing a term to canonical form applies them left to right. */
export const laws = [
  /** Derivatives of sums, products, quotients and constants. */
  'differentiation',
  /** ∂ log u = ∂u / u for u > 0. */
  'logarithmicDerivative',
  /** u^r u^s = u^(r + s), (u v)^r = u^r v^r, 1^r = 1, log u^r = r log u, ∂ u^r = u^r (r ∂u/u + log u ∂r), for u, v > 0. */
  'powers',
  /** ∂ σ(u) = σ'(u) ∂u, and ∂ F((u_i)_i) = Σ_i F_{,i}((u_i)_i) ∂u_i, for differentiable functions. */
  'chainRule',
  /** log(u v) = log u + log v, log(u / v) = log u - log v for positive u and v; log 1 = 0. */
  'logarithmOfProduct',
  /** ∂_i ∂_j u = ∂_j ∂_i u for twice continuously differentiable u. */
  'symmetryOfDerivatives',
  /** ∂ Σ u = Σ ∂u for differentiable u: the sum is finite, or an integral under which it may be differentiated. */
  'derivativeOfSum',
  /**
   * The value at θ0 of a sum, product, quotient, logarithm, sum over points, integral, function of real arguments or
   * determinant is that of the values at θ0; what does not depend on θ, such as a value at θ0, stays itself.
   */
  'evaluation',
  /** Σ_x (a u(x) + v(x)) = a Σ_x u(x) + Σ_x v(x) for a free of x; for an integral, where u and v are integrable. */
  'linearity',
  /** Σ_x δ(x, y) u(x) = u(y), where y does not depend on x; δ(x, y) u(x) = δ(x, y) u(y). */
  'delta',
  /** Σ_x Σ_y = Σ_y Σ_x, where neither space depends on the other variable; integrals need joint integrability (Fubini). */
  'interchange',
  /**
   * Finite sums are moved as in index notation: factors into and out of them, products of sums to double sums, and the
   * order of sums changed, so that only which index stands where counts. It contains linearity and interchange.
   */
  'rearrangement',
  /** The sum over X x Y, and so over X^(n+1), is a double sum (Fubini for integrals); that over X^0 is its one term. */
  'sumOverPairs',
  /** Σ_{α=1}^{n+1} u_α = Σ_{α=1}^n u_α + u_{n+1}, likewise for products; empty ones are 0 and 1. */
  'lastTerm',
] as const;

/** A law by name; see {@link laws}. */
export type Law = (typeof laws)[number];
