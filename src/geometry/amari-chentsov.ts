import { coefficient, type Definition, define, expectation, partial, product, sum, tensor } from '../notation/index.ts';

const score = (place: string) => partial(place, tensor('logDensity'));

/**
 * The Amari-Chentsov tensor T_ijk = E[d_i l d_j l d_k l], the third moment of the score
 * [Amari, Nagaoka 2000, Methods of Information Geometry] (2.8); for natural coordinates the third cumulants.
 */
export const amariChentsov = define({
  name: 'amariChentsov',
  symbol: 'T',
  places: '_ijk',
  formula: expectation(product(score('_i'), score('_j'), score('_k'))),
  symmetries: [
    { places: [0, 1], sign: 1 },
    { places: [1, 2], sign: 1 },
  ],
});

/**
 * The alpha-connection Gamma^(alpha)k_ij = Gamma^k_ij - alpha/2 g^kl T_lij, alpha = numerator/denominator: 1 is the
 * exponential connection, which vanishes in natural coordinates, -1 the mixture connection, 0 that of Levi-Civita
 * [Amari, Nagaoka 2000] (2.27). It is named like the connection whose place it takes in other formulas.
 */
export function alphaConnection(numerator: number, denominator = 1): Definition {
  return define({
    name: 'christoffel',
    symbol: '\\Gamma',
    places: '^k_ij',
    formula: sum(
      tensor('christoffel', '^k_ij'),
      product(
        coefficient(-numerator, 2 * denominator),
        tensor('inverseMetric', '^kl'),
        tensor('amariChentsov', '_lij'),
      ),
    ),
    symmetries: [{ places: [1, 2], sign: 1 }],
  });
}
