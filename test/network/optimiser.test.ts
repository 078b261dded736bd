import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { adam, initialOptimiserState, optimiserStep } from '../../src/network/index.ts';

describe('Adam', () => {
  test("moves every parameter by its rate against the gradient's sign at first, however large the gradient", () => {
    const sizes = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(sizes, fc.boolean(), (size, negative) => {
        const slope = negative ? -size : size;
        const { theta } = optimiserStep(adam(0.01), initialOptimiserState(1), Float64Array.of(2), [slope]);
        expect(theta[0]).toBeCloseTo(2 - 0.01 * Math.sign(slope), 6);
      }),
    );
  });

  test('follows the recursion of the paper for three steps', () => {
    // By hand, with decay (1/2, 3/4), rate 1 and gradients 4, 0, -4: m = 2, 1, -3/2 and v = 4, 3, 25/4;
    // corrected: m = 4, 4/3, -12/7 and v = 16, 48/7, 400/37.
    const optimiser = { kind: 'adam', rate: 1, decay: [0.5, 0.75], regulariser: 0 } as const;
    const expected = [
      -1,
      -1 - 4 / 3 / Math.sqrt(48 / 7),
      -1 - 4 / 3 / Math.sqrt(48 / 7) + 12 / 7 / Math.sqrt(400 / 37),
    ];
    let theta = Float64Array.of(0);
    let state = initialOptimiserState(1);
    [4, 0, -4].forEach((slope, step) => {
      ({ theta, state } = optimiserStep(optimiser, state, theta, [slope]) as {
        theta: Float64Array<ArrayBuffer>;
        state: typeof state;
      });
      expect(theta[0]).toBeCloseTo(expected[step]!, 12);
    });
    expect(state.steps).toBe(3);
  });

  test('changes nothing that it is given and leaves a parameter without gradient alone', () => {
    const theta = Float64Array.of(1, 2);
    const state = initialOptimiserState(2);
    const moved = optimiserStep(adam(), state, theta, [0, 3]);
    expect([...theta]).toEqual([1, 2]);
    expect([...state.first, ...state.second]).toEqual([0, 0, 0, 0]);
    expect(moved.theta[0]).toBe(1);
  });

  test('finds the bottom of an ill-scaled bowl', () => {
    let theta: Float64Array = Float64Array.of(1, -1);
    let state = initialOptimiserState(2);
    for (let step = 0; step < 2000; step += 1) {
      ({ theta, state } = optimiserStep(adam(0.01), state, theta, [1000 * theta[0]!, theta[1]!]));
    }
    expect(Math.hypot(...theta)).toBeLessThan(1e-3);
  });

  test('refuses a gradient of another length', () => {
    expect(() => optimiserStep(adam(), initialOptimiserState(2), new Float64Array(2), [1])).toThrow(ShapeError);
    expect(() => optimiserStep(adam(), initialOptimiserState(1), new Float64Array(2), [1, 1])).toThrow(ShapeError);
  });
});
