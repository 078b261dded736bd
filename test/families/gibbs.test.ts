import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, realNumbers } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import { gibbs } from '../../src/families/index.ts';

const rows = (...values: number[][]) => values.map((row) => row.map((value) => rational(value)));

describe('Gibbs measures', () => {
  it('count microstates with the same collective variables as one state with a weight', () => {
    const { sampleSpace } = gibbs({ coordinates: ['a', 'b'], variables: rows([1, 0], [0, 1], [1, 0], [1, 0]) });
    expect(sampleSpace).toMatchObject({ kind: 'finite', states: rows([1, 0], [0, 1]), weights: [3, 1] });
  });

  it('have the exponent sum theta_i X_i, whatever the coordinates are called', () => {
    // Built as data, not parsed: mod and true are words of the syntax in which formulas are typed.
    const { logDensity, normalised } = gibbs({ coordinates: ['mod', 'true'], variables: rows([1, 0], [0, 1]) });
    const values: Record<string, number> = { mod: 2, true: 3, X1: 5, X2: 7 };
    expect(evaluateExpression(realNumbers, logDensity, (name) => values[name])).toBe(2 * 5 + 3 * 7);
    expect(normalised).toBe(false);
  });

  it.each([
    [{ coordinates: [], variables: [[], []] }, 'a Gibbs model needs at least one collective variable'],
    [{ coordinates: ['a'], variables: rows([1]) }, 'a Gibbs model needs at least two states, got 1'],
    [{ coordinates: ['a'], variables: rows([1], [2, 3]) }, 'state 1 has 2 collective variables, expected 1'],
    [
      { coordinates: ['a', 'a'], variables: rows([1, 0], [0, 1]) },
      'the coordinate "a" of the Gibbs model is named twice: rename it',
    ],
    [
      { coordinates: ['b', 'X1'], variables: rows([1, 0], [0, 1]) },
      'the coordinate "X1" of the Gibbs model is the name of a collective variable (X1, X2): rename it',
    ],
    [
      { coordinates: ['a'], variables: Array.from({ length: 65537 }, (_, k) => [rational(k)]) },
      'the Gibbs model has 65537 states, which exceeds the limit of 65536 that are enumerated: take a smaller system',
    ],
  ])('refuse a model that is none (case %#)', (model, message) => {
    expect(() => gibbs(model)).toThrow(InputError);
    expect(() => gibbs(model)).toThrow(message);
  });
});
