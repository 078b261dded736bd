import { define, product, tensor } from '../notation/index.ts';

/** The Riemann tensor with its second index raised, R^kl_ij = g^lm R^k_mij: a linear map of bivectors. */
export const curvatureOperator = define({
  name: 'curvatureOperator',
  symbol: 'R',
  places: '^kl_ij',
  formula: product(tensor('inverseMetric', '^lm'), tensor('riemann', '^k_mij')),
  symmetries: [
    { places: [0, 1], sign: -1 },
    { places: [2, 3], sign: -1 },
  ],
});

/**
 * The Kretschmann invariant R_abcd R^abcd, by the pair symmetry of the Riemann tensor the trace R^ab_cd R^cd_ab of the
 * square of the curvature operator; 48 M^2/r^6 for the Schwarzschild metric.
 */
export const kretschmann = define({
  name: 'kretschmann',
  symbol: 'K',
  places: '',
  formula: product(tensor('curvatureOperator', '^ab_cd'), tensor('curvatureOperator', '^cd_ab')),
});
