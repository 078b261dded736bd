import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rational, rational, rationals } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import { binomial } from '../../src/families/index.ts';

describe('the binomial family', () => {
  it('has outcomes 0 to n whose probabilities sum to one, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 9 }), (n, tenths) => {
        const { sampleSpace } = binomial(rational(n));
        if (sampleSpace.kind !== 'finite') throw new Error('a value of n makes the sample space finite');
        const { multiply, sum, subtract, one } = rationals;
        const theta = rational(tenths, 10);
        const power = (base: Rational, k: number): Rational => new Array(k).fill(base).reduce(multiply, one);
        // theta^x (1 - theta)^(n - x) is what the log-density says; the weights are its base measure.
        const terms = sampleSpace.states.map(([x], k) => {
          expect(x).toEqual(rational(k));
          const probability = multiply(power(theta, k), power(subtract(one, theta), n - k));
          return multiply(rational(sampleSpace.weights![k]), probability);
        });
        expect(sum(terms)).toEqual(one);
        expect(sampleSpace.states).toHaveLength(n + 1);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps n symbolic without a value', () => {
    expect(binomial().sampleSpace).toMatchObject({ kind: 'symbolic', description: '0, 1, ..., n' });
    expect(binomial().constants).toEqual([{ name: 'n', domain: 'natural' }]);
    expect(binomial(rational(3)).constants).toEqual([{ name: 'n', domain: 'natural', value: rational(3) }]);
  });

  it('does not list the counts of more trials than anyone could want', () => {
    expect(binomial(rational(1000)).sampleSpace.kind).toBe('finite');
    expect(binomial(rational(100000)).sampleSpace.kind).toBe('symbolic');
  });

  it.each([
    [rational(0), 'n must be one of 1, 2, 3, ..., got 0'],
    [rational(5, 2), 'n must be one of 1, 2, 3, ..., got 2.5'],
  ])('refuses n (case %#)', (n, message) => {
    expect(() => binomial(n)).toThrow(InputError);
    expect(() => binomial(n)).toThrow(message);
  });
});
