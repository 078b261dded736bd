import { describe, expect, it } from 'vitest';
import { composed, derivative } from '../../src/derivation/derivative-rules.ts';
import { assume, term } from '../../src/derivation/index.ts';
import { areSame, formsBy } from './forms-of.ts';
import { a, d, regularD, u } from './measured.ts';
import { i, j, p, x } from './setting.ts';

const { derivative: along, divide, log, multiply, sum } = term;
const once = [assume.positive(p), assume.differentiable(p)];

describe('the derivative', () => {
  it('follows each rule only where its law may be used', () => {
    const product = along(i, multiply(p(x), p(x)));
    expect(areSame(product, multiply(2, p(x), along(i, p(x))), ['differentiation'], once)).toBe(true);
    expect(areSame(product, multiply(2, p(x), along(i, p(x))), ['linearity'], once)).toBe(false);
    const score = along(i, log(p(x)));
    expect(areSame(score, divide(along(i, p(x)), p(x)), ['logarithmicDerivative'], once)).toBe(true);
    expect(areSame(score, divide(along(i, p(x)), p(x)), ['differentiation'], once)).toBe(false);
  });

  it('goes under a finite sum, and under an integral where that is assumed', () => {
    const law = ['derivativeOfSum'] as const;
    expect(areSame(along(i, sum(x, p(x))), sum(x, along(i, p(x))), law, once)).toBe(true);
    expect(areSame(along(i, sum(a, d(a))), sum(a, along(i, d(a))), law, regularD(1))).toBe(true);
    const onlyIntegrable = [assume.differentiable(d), assume.integrable(d(a), a)];
    expect(areSame(along(i, sum(a, d(a))), sum(a, along(i, d(a))), law, onlyIntegrable)).toBe(false);
  });

  it('is zero for what does not depend on θ, and comes in one order where it may', () => {
    expect(areSame(along(i, u(a)), term.fraction(0, 1), ['differentiation'], [assume.constant(u)])).toBe(true);
    expect(areSame(along(i, u(a)), term.fraction(0, 1), ['differentiation'], [assume.differentiable(u)])).toBe(false);
    const [ij, ji] = [along(i, along(j, p(x))), along(j, along(i, p(x)))];
    expect(areSame(ij, ji, ['symmetryOfDerivatives'], [assume.differentiable(p, 2)])).toBe(true);
    expect(areSame(ij, ji, ['symmetryOfDerivatives'], once)).toBe(false);
  });

  it('is what the forms of values give', () => {
    const forms = formsBy(['differentiation'], once);
    const value = derivative(forms, i, forms.value(multiply(3, p(x))), 0);
    expect(value).toEqual(forms.value(multiply(3, along(i, p(x)))));
    expect(typeof composed).toBe('function'); // functions of real arguments: chain-rule.test.ts
  });
});
