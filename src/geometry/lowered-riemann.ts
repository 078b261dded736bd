import { define, product, tensor } from '../notation/index.ts';

/** The Riemann tensor with all indices down, R_klij = g_km R^m_lij. */
export const loweredRiemann = define({
  name: 'loweredRiemann',
  symbol: 'R',
  places: '_klij',
  formula: product(tensor('metric', '_km'), tensor('riemann', '^m_lij')),
  symmetries: [
    { places: [0, 1], sign: -1 },
    { places: [2, 3], sign: -1 },
  ],
});
