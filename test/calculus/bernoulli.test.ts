import { describe, expect, it } from 'vitest';
import { rational, rationals } from '../../src/algebra/index.ts';
import { bernoulliNumbers } from '../../src/calculus/bernoulli.ts';

describe('Bernoulli numbers', () => {
  it('satisfy their recurrence: sum of binomial(n + 1, k) B_k over k <= n is 0', () => {
    const even = bernoulliNumbers(20);
    const number = (k: number) =>
      k === 0 ? rational(1) : k === 1 ? rational(-1, 2) : k % 2 === 1 ? rational(0) : even[k / 2 - 1];
    for (let n = 2; n <= 40; n++) {
      let [total, binomial] = [rationals.zero, rational(1)];
      for (let k = 0; k <= n; k++) {
        total = rationals.add(total, rationals.multiply(binomial, number(k)));
        binomial = rationals.multiply(binomial, rational(n + 1 - k, k + 1));
      }
      expect(total).toEqual(rational(0));
    }
  });

  it('are as many as asked for', () => {
    expect(bernoulliNumbers(2)).toEqual([rational(1, 6), rational(-1, 30)]);
    expect(bernoulliNumbers(100).length).toBe(100);
  });
});
