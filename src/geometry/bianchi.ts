import { define, minus, partial, product, sum, tensor } from '../notation/index.ts';

const gamma = (places: string) => tensor('christoffel', places);
const riemann = (places: string) => tensor('riemann', places);
const pair = [{ places: [3, 4], sign: -1 }] as const;

/** What the first Bianchi identity says is zero: R^k_lij + R^k_ijl + R^k_jli. */
export const firstBianchi = define({
  name: 'firstBianchi',
  symbol: 'B',
  places: '^k_lij',
  formula: sum(riemann('^k_lij'), riemann('^k_ijl'), riemann('^k_jli')),
});

/** The covariant derivative of the Riemann tensor, nabla_m R^k_lij. */
export const derivativeOfRiemann = define({
  name: 'derivativeOfRiemann',
  symbol: '\\nabla R',
  places: '_m^k_lij',
  formula: sum(
    partial('_m', riemann('^k_lij')),
    product(gamma('^k_ma'), riemann('^a_lij')),
    minus(product(gamma('^b_ml'), riemann('^k_bij'))),
    minus(product(gamma('^c_mi'), riemann('^k_lcj'))),
    minus(product(gamma('^d_mj'), riemann('^k_lid'))),
  ),
  symmetries: pair,
});

/** What the second Bianchi identity says is zero: nabla_m R^k_lij + nabla_i R^k_ljm + nabla_j R^k_lmi. */
export const secondBianchi = define({
  name: 'secondBianchi',
  symbol: 'B',
  places: '_m^k_lij',
  formula: sum(
    tensor('derivativeOfRiemann', '_m^k_lij'),
    tensor('derivativeOfRiemann', '_i^k_ljm'),
    tensor('derivativeOfRiemann', '_j^k_lmi'),
  ),
  symmetries: pair,
});
