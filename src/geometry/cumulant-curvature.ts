import { coefficient, define, minus, product, sum, tensor } from '../notation/index.ts';

/** The Amari-Chentsov tensor with its first index raised, T^k_ij = g^kl T_lij. */
export const raisedAmariChentsov = define({
  name: 'raisedAmariChentsov',
  symbol: 'T',
  places: '^k_ij',
  formula: product(tensor('inverseMetric', '^kl'), tensor('amariChentsov', '_lij')),
  symmetries: [{ places: [1, 2], sign: 1 }],
});

/** The trace tau_i = g^jk T_ijk = T^k_ki of the Amari-Chentsov tensor. */
export const amariChentsovTrace = define({
  name: 'amariChentsovTrace',
  symbol: '\\tau',
  places: '_i',
  formula: tensor('raisedAmariChentsov', '^k_ki'),
});

/**
 * The Ricci tensor of an exponential family without any derivative, R_lj = (T^k_lm T^m_jk - T^k_lj tau_k) / 4. The
 * exponential and the mixture connection are flat, Gamma -+ T/2 each, so that the terms of the curvature linear in T
 * cancel and those quadratic in it remain [Amari, Nagaoka 2000, Methods of Information Geometry] (section 3.1).
 */
export const ricciFromCumulants = define({
  name: 'ricci',
  symbol: 'R',
  places: '_lj',
  formula: product(
    coefficient(1, 4),
    sum(
      product(tensor('raisedAmariChentsov', '^k_lm'), tensor('raisedAmariChentsov', '^m_jk')),
      minus(product(tensor('raisedAmariChentsov', '^k_lj'), tensor('amariChentsovTrace', '_k'))),
    ),
  ),
  symmetries: [{ places: [0, 1], sign: 1 }],
});
