import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  degreesOf,
  type RadicalRelation,
  type RationalFunction,
  radicalExtension,
  rational,
  rationalFunctions,
} from '../../src/algebra/index.ts';
import { DomainError } from '../../src/errors.ts';

// x, y free; r^2 = x, s^3 = x + y, q^2 = r (a root of a root), t^2 = 2/y.
const { generator, add, fromInteger, divide: quotient } = rationalFunctions;
const [x, y, r, s, q, t] = [0, 1, 2, 3, 4, 5].map(generator);
const relations: RadicalRelation[] = [
  { generator: 2, degree: 2, radicand: x },
  { generator: 3, degree: 3, radicand: add(x, y) },
  { generator: 4, degree: 2, radicand: r },
  { generator: 5, degree: 2, radicand: quotient(fromInteger(2), y) },
];
const field = radicalExtension(relations);

const { element } = fc.letrec<{ element: RationalFunction }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    fc.oneof(fc.constantFrom(x, y, r, s, q, t), fc.integer({ min: -3, max: 3 }).map(fromInteger)),
    fc.tuple(tie('element'), tie('element')).map(([a, b]) => field.add(a, b)),
    fc.tuple(tie('element'), tie('element')).map(([a, b]) => field.multiply(a, b)),
    fc.tuple(tie('element'), fc.constantFrom(x, r, s, q, t)).map(([a, b]) => field.divide(a, b)),
  ),
}));

describe('a field with roots', () => {
  it('keeps numerators below the degrees of the roots, and denominators free of them', () => {
    fc.assert(
      fc.property(element, element, (a, b) => {
        const product = field.multiply(a, b);
        const degrees = degreesOf(product.numerator, 6);
        for (const { generator: g, degree } of relations) {
          expect(degrees[g]).toBeLessThan(degree);
          expect(degreesOf(product.denominator, 6)[g]).toBe(0);
        }
        expect(rationalFunctions.fromPolynomials(product.numerator, product.denominator)).toEqual(product);
      }),
    );
  });

  it('is a field', () => {
    fc.assert(
      fc.property(element, element, element, (a, b, c) => {
        expect(field.multiply(a, field.add(b, c))).toEqual(field.add(field.multiply(a, b), field.multiply(a, c)));
        expect(field.multiply(field.multiply(a, b), c)).toEqual(field.multiply(a, field.multiply(b, c)));
        if (!field.isZero(b)) expect(field.multiply(field.divide(a, b), b)).toEqual(a);
        expect(
          field.sumOfProducts?.([
            [a, b],
            [b, c],
          ]),
        ).toEqual(field.add(field.multiply(a, b), field.multiply(b, c)));
      }),
      { numRuns: 40 },
    );
  });

  it('obeys its relations', () => {
    expect(field.multiply(r, r)).toEqual(x);
    expect(field.integerPower(q, 4)).toEqual(x);
    expect(field.integerPower(s, -3)).toEqual(quotient(fromInteger(1), add(x, y)));
    expect(field.divide(fromInteger(1), field.add(r, fromInteger(1)))).toEqual(
      rationalFunctions.divide(
        rationalFunctions.subtract(r, fromInteger(1)),
        rationalFunctions.subtract(x, fromInteger(1)),
      ),
    );
    expect(field.fromPolynomials(rationalFunctions.multiply(q, q).numerator, x.numerator)).toEqual(field.divide(r, x));
  });

  it('differentiates by the values on its generators', () => {
    const half = rationalFunctions.fromRational(rational(1, 2));
    const valueOn = (g: number): RationalFunction =>
      g === 0 ? fromInteger(1) : g === 2 ? field.divide(half, r) : rationalFunctions.zero; // d/dx, of x and sqrt(x)
    expect(field.derivation(field.multiply(x, r), valueOn)).toEqual(
      field.multiply(rationalFunctions.fromRational(rational(3, 2)), r),
    );
  });

  it('refuses to divide by zero, and by what only reducible relations make zero', () => {
    expect(() => field.divide(x, field.subtract(field.multiply(r, r), x))).toThrow(DomainError);
    const reducible = radicalExtension([{ generator: 1, degree: 2, radicand: rationalFunctions.multiply(x, x) }]);
    expect(() => reducible.divide(x, reducible.subtract(y, x))).toThrow(/by the relations between its roots/);
  });

  it('without relations is the field of rational functions', () => {
    const plain = radicalExtension([]);
    expect(plain.divide(x, y)).toEqual(rationalFunctions.divide(x, y));
    expect(plain.integerPower(add(x, y), -2)).toEqual(rationalFunctions.integerPower(add(x, y), -2));
  });
});
