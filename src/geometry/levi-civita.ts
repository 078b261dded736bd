import { coefficient, define, minus, partial, product, sum, tensor } from '../notation/index.ts';

/**
 * The Christoffel symbols of the Levi-Civita connection,
 * Gamma^k_ij = 1/2 g^kl (d_i g_jl + d_j g_il - d_l g_ij) [do Carmo 1992, Riemannian Geometry] (2.10).
 */
export const christoffel = define({
  name: 'christoffel',
  symbol: '\\Gamma',
  places: '^k_ij',
  formula: product(
    coefficient(1, 2),
    tensor('inverseMetric', '^kl'),
    sum(
      partial('_i', tensor('metric', '_jl')),
      partial('_j', tensor('metric', '_il')),
      minus(partial('_l', tensor('metric', '_ij'))),
    ),
  ),
  symmetries: [{ places: [1, 2], sign: 1 }],
});
