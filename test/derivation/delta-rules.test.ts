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

  it('among themselves say which points are one, however this is written', () => {
    const x3 = declare.point('x3', X);
    const [first, second, third] = [delta(x, x2), delta(x2, x3), delta(x, x3)];
    const chain = multiply(first, second);
    expect(areSame(chain, multiply(first, third), ['delta'])).toBe(true);
    expect(areSame(chain, multiply(third, second, first), ['delta'])).toBe(true);
    expect(areSame(chain, multiply(first, first, second), ['delta'])).toBe(true);
    expect(areSame(chain, multiply(first, third), [])).toBe(false);
    expect(areSame(chain, first, ['delta'])).toBe(false);
    expect(areSame(multiply(chain, p(x3)), multiply(chain, p(x)), ['delta'])).toBe(true);
    expect(areSame(multiply(first, p(x3)), multiply(first, p(x)), ['delta'])).toBe(false);
    const two = multiply(delta(x, x2), delta(y, declare.point('y2', Y)));
    expect(areSame(two, delta(x, x2), ['delta'])).toBe(false);
  });

  it('keep to coordinates that a point numbers', () => {
    const w = declare.coordinates('w', [x]);
    const direction = declare.direction('k');
    const g = declare.function('g', [direction]);
    const beside = multiply(delta(direction, w(x)), delta(x, x2));
    expect(areSame(multiply(beside, g(direction)), multiply(beside, g(w(x2))), ['delta'])).toBe(true);
    expect(
      areSame(multiply(delta(direction, w(x)), g(direction)), multiply(delta(direction, w(x)), g(w(x2))), ['delta']),
    ).toBe(false);
  });
});
