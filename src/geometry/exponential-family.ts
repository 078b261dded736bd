import { define, minus, partial, product, sum, tensor } from '../notation/index.ts';

const slope = (places: string) => tensor('slope', places);
const mean = tensor('means', '^a');

/**
 * The Fisher metric of an exponential family from the means m^a = E[T_a] of its sufficient statistics and the slopes
 * B_ia = d_i theta_a of its natural parameters: the score is B_ia (T_a - m^a), and d_j m^a = E[s_j T_a]
 * [Amari 2016, Information Geometry and Its Applications] (2.1.2).
 */
export const metricFromMeans = define({
  name: 'metric',
  symbol: 'g',
  places: '_ij',
  formula: product(slope('_ia'), partial('_j', mean)),
  symmetries: [{ places: [0, 1], sign: 1 }],
});

/**
 * Its Amari-Chentsov tensor, T_ijk = B_ia d_j d_k m^a - (d_k B_ja) d_i m^a: the derivative of the metric less the terms in
 * which it falls on a score, E[(d_k s_i) s_j] = (d_k B_ia) d_j m^a.
 */
export const amariChentsovFromMeans = define({
  name: 'amariChentsov',
  symbol: 'T',
  places: '_ijk',
  formula: sum(
    product(slope('_ia'), partial('_j', partial('_k', mean))),
    minus(product(partial('_k', tensor('slope', '_jb')), partial('_i', tensor('means', '^b')))),
  ),
  symmetries: [
    { places: [0, 1], sign: 1 },
    { places: [1, 2], sign: 1 },
  ],
});
