import { describe, expect, it } from 'vitest';
import { assume, term } from '../../src/derivation/index.ts';
import { logarithm } from '../../src/derivation/logarithm-rules.ts';
import { areSame, formsBy } from './forms-of.ts';
import { p, q, x, x2, y } from './setting.ts';

const { add, divide, fraction, log, multiply, square, subtract } = term;
const positive = [assume.positive(p), assume.positive(q)];
const law = ['logarithmOfProduct'] as const;

describe('the logarithm', () => {
  it('of a product, quotient or power of positive terms is taken apart', () => {
    const both = log(divide(multiply(p(x), q(y)), square(p(x2))));
    const apart = subtract(add(log(p(x)), log(q(y))), multiply(2, log(p(x2))));
    expect(areSame(both, apart, law, positive)).toBe(true);
    expect(areSame(both, apart, [], positive)).toBe(false);
    expect(areSame(both, apart, law, [assume.positive(q), assume.nonzero(p)])).toBe(false);
    expect(areSame(log(1), fraction(0, 1), law)).toBe(true);
    expect(areSame(log(multiply(2, p(x))), add(log(2), log(p(x))), law, positive)).toBe(true);
  });

  it('of a sum stays whole, and signs are not divided among the factors', () => {
    expect(areSame(log(add(p(x), q(y))), add(log(p(x)), log(q(y))), law, positive)).toBe(false);
    const minus = log(multiply(multiply(-1, p(x)), multiply(-1, q(y))));
    expect(areSame(minus, add(log(p(x)), log(q(y))), law, positive)).toBe(false);
  });

  it('notes the signs that it used', () => {
    const forms = formsBy(law, positive);
    logarithm(forms, multiply(p(x), q(y)), 0);
    expect(new Set(forms.uses)).toEqual(new Set(positive));
  });
});
