/**
 * Exact commutative algebra: integers, rationals, polynomials with their gcd, rational functions, matrices. Structures
 * ({@link Ring}, {@link Field}) are records of operations; elements are plain data, canonical by construction.
 */
export * from './algebraic-extension.ts';
export * from './determinant.ts';
export * from './integer.ts';
export * from './linear-system.ts';
export * from './matrix.ts';
export * from './null-space.ts';
export {
  degreesOf,
  equalPolynomials,
  integerContent,
  isOnePolynomial,
  isZeroPolynomial,
  leadingCoefficient,
  monomialContent,
  type Polynomial,
  partialOfPolynomial,
  shiftExponents,
  termsOf,
} from './polynomial.ts';
export { gcdOfPolynomials } from './polynomial-gcd.ts';
export { multiplyPolynomials, powerOfPolynomial } from './polynomial-product.ts';
export { dividePolynomialsExactly } from './polynomial-quotient.ts';
export * from './rational.ts';
export * from './rational-function.ts';
export * from './square-free.ts';
export * from './structure.ts';
