import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factoredDerivative, factoredProduct, sumOfFactoredProducts } from '../../src/algebra/factored-arithmetic.ts';
import { addByGcds, deriveByGcds, multiplyByGcds } from '../../src/algebra/gcd-arithmetic.ts';
import {
  generatorsOf,
  multiplyPolynomials,
  type RationalFunction,
  rationalFunctions,
} from '../../src/algebra/index.ts';
import { addPolynomials, scalePolynomial } from '../../src/algebra/polynomial.ts';
import { rationalFunctionValues, x, y, z } from './sample-polynomials.ts';

const { generator, fromPolynomials, zero, isZero } = rationalFunctions;
/** `null` only when the base had to be refined; it has been, so a second attempt may succeed. */
const settled = (compute: () => RationalFunction | null): RationalFunction => {
  for (let attempt = 0; attempt < 20; attempt++) {
    const value = compute();
    if (value !== null) return value;
  }
  throw new Error('the base never settles');
};

describe('arithmetic over factored denominators agrees with arithmetic by gcds', () => {
  it('in sums of products', () => {
    const pairs = fc.array(fc.tuple(rationalFunctionValues, rationalFunctionValues), { maxLength: 4 });
    fc.assert(
      fc.property(pairs, (products) => {
        const plain = products.map(([a, b]) => multiplyByGcds(a, b)).reduce(addByGcds, zero);
        expect(settled(() => sumOfFactoredProducts(products))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('in products', () => {
    fc.assert(
      fc.property(rationalFunctionValues, rationalFunctionValues, (a, b) => {
        if (isZero(a) || isZero(b)) return;
        expect(settled(() => factoredProduct(a, b))).toEqual(multiplyByGcds(a, b));
      }),
      { numRuns: 60 },
    );
  });

  it('in derivations with any values on the generators', () => {
    fc.assert(
      fc.property(
        rationalFunctionValues,
        fc.array(rationalFunctionValues, { minLength: 3, maxLength: 3 }),
        (a, list) => {
          const values = generatorsOf(a)
            .map((index) => ({ generator: index, value: list[index]! }))
            .filter(({ value }) => !isZero(value));
          expect(settled(() => factoredDerivative(a, values))).toEqual(deriveByGcds(a, values));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('where a derivative cancels a factor of the denominator: D x = x, as for an exponential', () => {
    const a = fromPolynomials(addPolynomials(x!, y!), multiplyPolynomials(x!, x!));
    const values = [{ generator: 0, value: generator(0) }];
    expect(factoredDerivative(a, values)).toEqual(deriveByGcds(a, values));
  });

  it('where a sum shares a part of a factor that was not split before', () => {
    const fourth = (k: number): ReturnType<typeof scalePolynomial> =>
      [x!, y!, z!]
        .map((g, place) => scalePolynomial([g, g, g, g].reduce(multiplyPolynomials), k ** place))
        .reduce(addPolynomials);
    const [p, q] = [fourth(5), fourth(7)];
    const a = fromPolynomials(x!, multiplyPolynomials(p, q));
    // x/(p q) + (p - x)/(p q) = 1/q
    const b = fromPolynomials(addPolynomials(p, scalePolynomial(x!, -1)), multiplyPolynomials(p, q));
    expect(settled(() => sumOfFactoredProducts([[a], [b]]))).toEqual(
      rationalFunctions.divide(rationalFunctions.one, fromPolynomials(q, rationalFunctions.one.numerator)),
    );
  });
});
