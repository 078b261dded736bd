import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational, rationalToNumber } from '../../src/algebra/index.ts';
import { evaluateExpression, realNumbers } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import { categorical, checkPoint } from '../../src/families/index.ts';

describe('the categorical family', () => {
  it('gives outcome k the probability p_k, and the last one what is left', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 }), (counts) => {
        const total = counts.reduce((a, b) => a + b);
        const { sampleSpace, logDensity, coordinates } = categorical(counts.length);
        if (sampleSpace.kind !== 'finite') throw new Error('outcomes are listed');
        expect(coordinates.map(({ name }) => name)).toEqual(counts.slice(1).map((_, k) => `p${k + 1}`));
        sampleSpace.states.forEach((state, outcome) => {
          const meaning = (name: string): number => {
            const place = sampleSpace.variables.indexOf(name);
            return place >= 0 ? rationalToNumber(state[place]) : counts[Number(name.slice(1)) - 1] / total;
          };
          expect(Math.exp(evaluateExpression(realNumbers, logDensity, meaning))).toBeCloseTo(
            counts[outcome] / total,
            13,
          );
        });
      }),
      { numRuns: 30 },
    );
  });

  it('needs positive probabilities that leave some for the last outcome', () => {
    const at = (p1: string, p2: string) => () =>
      checkPoint(categorical(3), { p1: rational(Number(p1), 10), p2: rational(Number(p2), 10) });
    expect(at('3', '5')).not.toThrow();
    expect(at('0', '5')).toThrow('p1 must be between 0 and 1, got 0');
    expect(at('5', '5')).toThrow(/p1=0.5, p2=0.5 is outside the domain of categorical: .* must be positive, got 0/);
    expect(at('7', '5')).toThrow(/must be positive, got -0.2/);
  });

  it.each([1, 51, 2.5, Number.NaN])('refuses %d outcomes', (n) => {
    expect(() => categorical(n)).toThrow(InputError);
    expect(() => categorical(n)).toThrow(`a categorical family has 2 to 50 outcomes, got n = ${n}`);
  });
});
