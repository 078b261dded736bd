import { define, partial, product, tensor } from '../notation/index.ts';

/**
 * The Cramer-Rao bound of two functions f and h of the parameters, g^ij d_i f d_j h: the covariance matrix of unbiased
 * estimators of several functions from one observation exceeds the matrix of these bounds by a positive semidefinite
 * one; N independent observations divide it by N [Lehmann, Casella 1998, Theory of Point Estimation] (theorem 2.6.6).
 */
export const cramerRaoBound = define({
  name: 'cramerRaoBound',
  symbol: '\\left(\\partial f\\right)^\\top g^{-1} \\, \\partial h',
  places: '',
  formula: product(tensor('inverseMetric', '^ij'), partial('_i', tensor('f')), partial('_j', tensor('h'))),
});
