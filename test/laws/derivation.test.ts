import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClosedForm, type Jet, jets } from '../../src/calculus/index.ts';
import { type ComparableDifferentialField, derivationLaws, exponentialLaws } from './derivation-laws.ts';
import { closedFormValues, sampleField } from './sample-closed-forms.ts';

const forms = sampleField();
const names = ['x', 's'];
const closed: ComparableDifferentialField<ClosedForm> = {
  ...forms,
  dimension: 2,
  partial: (a, index) => forms.derivative(a, names[index]),
  same: forms.equals,
};
const { x, s } = { x: forms.symbol('x'), s: forms.symbol('s') };
const exponents = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(x, s, forms.divide(x, s), forms.multiply(x, x))), {
    maxLength: 3,
  })
  .map((terms) => forms.sum(terms.map(([c, unit]) => forms.multiply(forms.fromInteger(c), unit))));

const jetField = jets(2, 4);
/** Differences are compared in the smaller order: a jet of one order more knows one derivative more. */
const comparableJets: ComparableDifferentialField<Jet> = {
  ...jetField,
  same: (a, b) => {
    const size = Math.min(a.coefficients.length, b.coefficients.length);
    return a.coefficients.slice(0, size).every((c, k) => Math.abs(c - b.coefficients[k]) <= 1e-9 * (1 + Math.abs(c)));
  },
};
const coefficients = fc.double({ min: -1, max: 1, noNaN: true });
const jetValues = fc
  .tuple(fc.double({ min: 0.5, max: 2, noNaN: true }), fc.array(coefficients, { minLength: 14, maxLength: 14 }))
  .map(([value, rest]): Jet => ({ order: 4, coefficients: Float64Array.from([value, ...rest]) }));

describe.each(Object.entries(derivationLaws))('%s', (_name, law) => {
  it('in closed forms', () => law(closed, closedFormValues(forms)));
  it('in jets', () => law(comparableJets, jetValues));
});

describe.each(Object.entries(exponentialLaws))('%s', (_name, law) => {
  it('in closed forms', () => law(closed, exponents));
  it('in jets', () => law(comparableJets, jetValues));
});

const { one, zero, multiply, add } = forms;
const broken: {
  readonly [L in keyof typeof derivationLaws | keyof typeof exponentialLaws]: Partial<
    ComparableDifferentialField<ClosedForm>
  >;
} = {
  'the derivative is additive': { partial: () => one },
  'the derivative of a product follows Leibniz': { partial: (a) => a },
  'constants have derivative zero': { partial: (a) => a },
  'partial derivatives commute': {
    // x d/dx and d/dx do not commute.
    partial: (a, index) => (index === 0 ? multiply(x, forms.derivative(a, 'x')) : forms.derivative(a, 'x')),
  },
  'd log a = da/a': { log: (a) => a },
  'd exp a = exp(a) da': { exp: (a) => a },
  'exp(a + b) = exp(a) exp(b)': { exp: (a) => add(a, one) },
  'exp(-a) = 1/exp(a)': { exp: (a) => add(multiply(a, a), one) },
  'log exp a = a': { log: () => zero },
};

it.each(Object.entries(broken))('the law "%s" fails where it is broken', (name, part) => {
  const laws = { ...derivationLaws, ...exponentialLaws };
  expect(() => laws[name as keyof typeof laws]({ ...closed, ...part }, exponents)).toThrow(/Property failed/);
});
