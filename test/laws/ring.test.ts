import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addIntegers,
  type Integer,
  multiplyIntegers,
  negateInteger,
  type Polynomial,
  type Rational,
  rational,
  rationalFunctions,
  rationals,
} from '../../src/algebra/index.ts';
import {
  addPolynomials,
  constantPolynomial,
  equalPolynomials,
  negatePolynomial,
  onePolynomial,
  subtractPolynomials,
  zeroPolynomial,
} from '../../src/algebra/polynomial.ts';
import { multiplyPolynomials, sumOfPolynomials } from '../../src/algebra/polynomial-product.ts';
import { type Jet, jets, rationalNumbers, realNumbers } from '../../src/calculus/index.ts';
import { integers, polynomials, rationalFunctionValues, rationalValues } from '../algebra/sample-polynomials.ts';
import { type ComparableField, type ComparableRing, fieldLaws, ringLaws } from './ring-laws.ts';
import { closedFormValues, sampleField } from './sample-closed-forms.ts';

const integerRing: ComparableRing<Integer> = {
  zero: 0,
  one: 1,
  fromInteger: (value) => value,
  add: addIntegers,
  subtract: (a, b) => addIntegers(a, negateInteger(b)),
  negate: negateInteger,
  multiply: multiplyIntegers,
  sum: (terms) => terms.reduce(addIntegers, 0),
  isZero: (a) => a === 0,
  same: (a, b) => a === b,
};

const polynomialRing: ComparableRing<Polynomial> = {
  zero: zeroPolynomial,
  one: onePolynomial,
  fromInteger: constantPolynomial,
  add: addPolynomials,
  subtract: subtractPolynomials,
  negate: negatePolynomial,
  multiply: multiplyPolynomials,
  sum: sumOfPolynomials,
  isZero: (p) => p.coefficients.length === 0,
  same: equalPolynomials,
};

/** Rounding of a few operations on numbers of size 1 to 10. */
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-11 * (1 + Math.abs(a) + Math.abs(b));
const jetField = jets(2, 3);
const comparableJets: ComparableField<Jet> = {
  ...jetField,
  same: (a, b) => a.order === b.order && a.coefficients.every((c, k) => isClose(c, b.coefficients[k])),
};
const reals = fc.oneof(fc.double({ min: 0.5, max: 3, noNaN: true }), fc.double({ min: -3, max: -0.5, noNaN: true }));
const jetValues = fc
  .array(reals, { minLength: 10, maxLength: 10 })
  .map((list): Jet => ({ order: 3, coefficients: Float64Array.from(list) }));
const forms = sampleField();

type Check = readonly [law: string, run: () => void];

function ringChecks<E>(ring: ComparableRing<E>, element: fc.Arbitrary<E>): Check[] {
  return Object.entries(ringLaws).map(([name, law]) => [name, () => law(ring, element)]);
}

function fieldChecks<E>(field: ComparableField<E>, element: fc.Arbitrary<E>): Check[] {
  const checks = Object.entries(fieldLaws).map(([name, law]): Check => [name, () => law(field, element)]);
  return [...ringChecks(field, element), ...checks];
}

describe.each([
  ['the integers', ringChecks(integerRing, integers)],
  ['polynomials', ringChecks(polynomialRing, polynomials({ coefficients: integers }))],
  ['the rationals', fieldChecks({ ...rationals, same: rationals.equals }, rationalValues)],
  ['the rationals as an elementary field', fieldChecks({ ...rationalNumbers, same: rationals.equals }, rationalValues)],
  ['rational functions', fieldChecks({ ...rationalFunctions, same: rationalFunctions.equals }, rationalFunctionValues)],
  ['closed forms', fieldChecks({ ...forms, same: forms.equals }, closedFormValues(forms))],
  ['the reals, within rounding', fieldChecks({ ...realNumbers, same: isClose }, reals)],
  ['jets, within rounding', fieldChecks(comparableJets, jetValues)],
])('in %s', (_name, checks) => {
  it.each(checks)('%s', (_law, run) => run());
});

/** The integers with one operation spoilt, for each law: a law that does not notice is no check. */
const broken: { readonly [L in keyof typeof ringLaws]: Partial<ComparableRing<Integer>> } = {
  'addition is associative': { add: (a, b) => addIntegers(a, addIntegers(b, b)) },
  'addition is commutative': { add: (a, b) => addIntegers(a, addIntegers(b, b)) },
  'zero is neutral': { zero: 1 },
  'a - b is what added to b gives a': { subtract: (a, b) => addIntegers(b, negateInteger(a)) },
  '-a is 0 - a': { negate: (a) => a },
  'multiplication is associative': { multiply: (a, b) => addIntegers(multiplyIntegers(a, b), a) },
  'multiplication is commutative': { multiply: (a) => a },
  'one is neutral': { one: 2 },
  'multiplication distributes': { multiply: (a, b) => addIntegers(multiplyIntegers(a, b), 1) },
  'a sum is added pair by pair': { sum: (terms) => [...new Set(terms)].reduce(addIntegers, 0) },
  'integers are sums of ones': { fromInteger: (value) => (value < 0 ? negateInteger(value) : value) },
};

it.each(Object.entries(broken))('the law "%s" fails where it is broken', (law, part) => {
  expect(() => ringLaws[law as keyof typeof ringLaws]({ ...integerRing, ...part }, integers)).toThrow(
    /Property failed/,
  );
});

const brokenFields: { readonly [L in keyof typeof fieldLaws]: Partial<ComparableField<Rational>> } = {
  'a quotient times its divisor is the dividend': {
    divide: (a, b) => rationals.divide(b, a.numerator === 0 ? rational(1) : a),
  },
  'only zero is a useless pivot': { pivotQuality: (a) => Number(a.numerator) },
};

it.each(Object.entries(brokenFields))('the law "%s" fails where it is broken', (law, part) => {
  const field = { ...rationals, same: rationals.equals, ...part };
  expect(() => fieldLaws[law as keyof typeof fieldLaws](field, rationalValues)).toThrow(/Property failed/);
});
