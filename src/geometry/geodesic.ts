import { coefficient, define, product, tensor } from '../notation/index.ts';

const velocity = (place: string) => tensor('velocity', place);

/**
 * The acceleration of a geodesic of velocity v, a^k = -Gamma^k_ij v^i v^j: a curve x(t) is a geodesic with affine
 * parameter t where d^2 x/dt^2 = a(x, dx/dt) [do Carmo 1992, Riemannian Geometry] (3.1).
 */
export const geodesicAcceleration = define({
  name: 'geodesicAcceleration',
  symbol: '\\ddot\\theta',
  places: '^k',
  formula: product(coefficient(-1), tensor('christoffel', '^k_ij'), velocity('^i'), velocity('^j')),
});

/** |v|^2 = g_ij v^i v^j, which a geodesic conserves; the length of a curve is the integral of its root. */
export const squaredSpeed = define({
  name: 'squaredSpeed',
  symbol: '\\lvert v \\rvert^2',
  places: '',
  formula: product(tensor('metric', '_ij'), velocity('^i'), velocity('^j')),
});
