import { describe, expect, it } from 'vitest';
import { type Rational, rational, rationals, rationalToNumber } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import { multinomial } from '../../src/families/index.ts';

const power = (base: Rational, k: number): Rational =>
  new Array(k).fill(base).reduce(rationals.multiply, rationals.one);

describe('the multinomial family', () => {
  it.each([
    [2, 5],
    [3, 4],
    [4, 3],
  ])('with %i outcomes and %i draws has probabilities that sum to one, with mean N p, exactly', (n, draws) => {
    const { sampleSpace } = multinomial(n, rational(draws));
    if (sampleSpace.kind !== 'finite') throw new Error('a value of N makes the sample space finite');
    const p = Array.from({ length: n }, (_, k) => rational(k + 1, (n * (n + 1)) / 2));
    const probabilities = sampleSpace.states.map((state, place) => {
      const all = [...state.map(rationalToNumber)];
      all.push(draws - all.reduce((a, b) => a + b, 0));
      const factors = all.map((count, k) => power(p[k], count));
      return factors.reduce(rationals.multiply, rational(sampleSpace.weights?.[place] ?? 0));
    });
    expect(rationals.sum(probabilities)).toEqual(rationals.one);
    const mean = rationals.sum(
      probabilities.map((value, place) => rationals.multiply(value, sampleSpace.states[place][0])),
    );
    expect(mean).toEqual(rationals.multiply(rational(draws), p[0]));
  });

  it('keeps N symbolic without a value', () => {
    expect(multinomial(3).sampleSpace).toMatchObject({ kind: 'symbolic', variables: ['x1', 'x2'] });
    expect(multinomial(3).constants).toEqual([{ name: 'N', domain: 'natural' }]);
  });

  it('does not list more states than anyone could want', () => {
    expect(multinomial(6, rational(5)).sampleSpace.kind).toBe('finite');
    expect(multinomial(6, rational(100)).sampleSpace.kind).toBe('symbolic');
    expect(multinomial(6, rational(100)).constants).toEqual([{ name: 'N', domain: 'natural', value: rational(100) }]);
  });

  it('refuses sizes that make no sense', () => {
    expect(() => multinomial(1)).toThrow(InputError);
    expect(() => multinomial(3, rational(1, 2))).toThrow(/N must be one of 1, 2, 3/);
  });
});
