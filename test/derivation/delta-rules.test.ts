import { describe, expect, it } from 'vitest';
import { rationalFunctions } from '../../src/algebra/index.ts';
import { deltaForm, identified, singleTerm } from '../../src/derivation/delta-rules.ts';
import { declare, pairOf, term } from '../../src/derivation/index.ts';
import { areSame, formsBy } from './forms-of.ts';
import { p, X, x, x2, Y, y } from './setting.ts';

const { delta, multiply, sum } = term;

describe('the rules for δ', () => {
  it('are symmetry, one on the diagonal, and a product for pairs, without citing anything', () => {
    const y2 = declare.point('y2', Y);
    expect(areSame(delta(x, x2), delta(x2, x), [])).toBe(true);
    expect(areSame(delta(x, x), term.fraction(1, 1), [])).toBe(true);
    expect(areSame(delta(x, x2), term.fraction(1, 1), [])).toBe(false);
    expect(areSame(delta(pairOf(x, y), pairOf(x2, y2)), multiply(delta(x, x2), delta(y, y2)), [])).toBe(true);
    const forms = formsBy([]);
    expect(deltaForm(forms, x, x2, 0)).toEqual(forms.value(delta(x, x2)));
  });

  it('with the law, put one variable for the other and leave one term of a sum', () => {
    const product = multiply(delta(x, x2), p(x2));
    expect(areSame(product, multiply(delta(x, x2), p(x)), ['delta'])).toBe(true);
    expect(areSame(product, multiply(delta(x, x2), p(x)), [])).toBe(false);
    expect(areSame(sum(x, multiply(delta(x, x2), p(x))), p(x2), ['delta'])).toBe(true);
    expect(areSame(sum(x, multiply(delta(x, x2), p(x))), p(x2), ['linearity'])).toBe(false);
    const forms = formsBy(['delta']);
    const value = forms.value(p(x));
    expect(rationalFunctions.equals(identified(forms, value, 0), value)).toBe(true);
    expect(singleTerm(forms, { kind: 'sum', name: 'x', space: X }, value, 0)).toBeNull();
  });
});
