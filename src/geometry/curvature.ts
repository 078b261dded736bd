import { define, minus, partial, product, sum, tensor } from '../notation/index.ts';

/**
 * The Riemann tensor R^k_lij = d_i Gamma^k_jl - d_j Gamma^k_il + Gamma^k_im Gamma^m_jl - Gamma^k_jm Gamma^m_il:
 * the convention in which spheres have positive curvature.
 */
export const riemann = define({
  name: 'riemann',
  symbol: 'R',
  places: '^k_lij',
  formula: sum(
    partial('_i', tensor('christoffel', '^k_jl')),
    minus(partial('_j', tensor('christoffel', '^k_il'))),
    product(tensor('christoffel', '^k_im'), tensor('christoffel', '^m_jl')),
    minus(product(tensor('christoffel', '^k_jm'), tensor('christoffel', '^m_il'))),
  ),
  symmetries: [{ places: [2, 3], sign: -1 }],
});

/** The Ricci tensor R_lj = R^k_lkj. */
export const ricci = define({
  name: 'ricci',
  symbol: 'R',
  places: '_lj',
  formula: tensor('riemann', '^k_lkj'),
  symmetries: [{ places: [0, 1], sign: 1 }],
});

/** The scalar curvature R = g^lj R_lj: twice the Gaussian curvature of a surface, -1 for the univariate normal family. */
export const scalarCurvature = define({
  name: 'scalar',
  symbol: 'R',
  places: '',
  formula: product(tensor('inverseMetric', '^lj'), tensor('ricci', '_lj')),
});
