import fc from 'fast-check';
import {
  type Integer,
  integer,
  multiplyIntegers,
  type Polynomial,
  rational,
  rationalFunctions,
} from '../../src/algebra/index.ts';
import {
  addPolynomials,
  constantPolynomial,
  generatorPolynomial,
  scalePolynomial,
  shiftExponents,
} from '../../src/algebra/polynomial.ts';

/** Integers of every size: small, around the edge of safe integers, and far beyond. */
export const integers: fc.Arbitrary<Integer> = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.maxSafeInteger(),
  fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }).map(integer),
  fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }).map(integer),
);

const smallIntegers = fc.integer({ min: -6, max: 6 });

export const rationalValues = fc.tuple(integers, integers).map(([n, d]) => rational(n, d === 0 ? 1 : d));

/** The sum of terms coefficient * product of generator^exponent. */
export function fromTerms(terms: readonly (readonly [Integer, readonly number[]])[]): Polynomial {
  return terms
    .map(([c, exponents]) => scalePolynomial(shiftExponents(constantPolynomial(1), exponents), c))
    .reduce(addPolynomials, constantPolynomial(0));
}

/** Polynomials in up to `generators` generators with exponents up to `degree`. */
export function polynomials(
  shape: { generators?: number; degree?: number; terms?: number; coefficients?: fc.Arbitrary<Integer> } = {},
): fc.Arbitrary<Polynomial> {
  const { generators = 3, degree = 3, terms = 5, coefficients = smallIntegers } = shape;
  const exponents = fc.array(fc.nat(degree), { maxLength: generators });
  return fc.array(fc.tuple(coefficients, exponents), { maxLength: terms }).map(fromTerms);
}

export const rationalFunctionValues = fc
  .tuple(polynomials({ terms: 3, degree: 2 }), polynomials({ terms: 3, degree: 2 }))
  .map(([p, q]) => rationalFunctions.fromPolynomials(p, q.coefficients.length === 0 ? constantPolynomial(1) : q));

/** The value at an integer point, term by term: what a polynomial means. */
export function valueAt(p: Polynomial, point: readonly Integer[]): Integer {
  let total = 0n;
  p.coefficients.forEach((c, term) => {
    let value = c;
    for (let column = 0; column < p.width; column++) {
      for (let e = p.exponents[term * p.width + column]; e > 0; e--) value = multiplyIntegers(value, point[column]);
    }
    total += BigInt(value);
  });
  return integer(total);
}

export const [x, y, z] = [0, 1, 2].map(generatorPolynomial);
