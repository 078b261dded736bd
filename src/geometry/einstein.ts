import { coefficient, define, product, sum, tensor } from '../notation/index.ts';

/** The Einstein tensor G_ij = R_ij - R g_ij / 2: without divergence, and zero on surfaces. */
export const einstein = define({
  name: 'einstein',
  symbol: 'G',
  places: '_ij',
  formula: sum(tensor('ricci', '_ij'), product(coefficient(-1, 2), tensor('scalar'), tensor('metric', '_ij'))),
  symmetries: [{ places: [0, 1], sign: 1 }],
});
