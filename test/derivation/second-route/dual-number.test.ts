import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as dual from './dual-number.ts';
import { differentiator, slope, type Value } from './dual-number.ts';

const { add, cos, divide, exp, inverse, log, multiply, power, sin, subtract } = dual;

/** Functions with their first derivatives, from the tables of the calculus. */
const table: readonly (readonly [string, (x: Value) => Value, (x: Value) => Value])[] = [
  ['exp', exp, exp],
  ['log', log, inverse],
  ['inverse', inverse, (x) => multiply(-1, power(x, -2))],
  ['sin', sin, cos],
  ['cos', cos, (x) => multiply(-1, sin(x))],
  ['square root', (x) => power(x, 0.5), (x) => multiply(0.5, power(x, -0.5))],
  ['cube', (x) => power(x, 3), (x) => multiply(3, power(x, 2))],
  ['x^x', (x) => power(x, x), (x) => multiply(power(x, x), add(log(x), 1))],
  ['quotient', (x) => divide(sin(x), x), (x) => divide(subtract(multiply(cos(x), x), sin(x)), multiply(x, x))],
];

const places = fc.double({ min: 0.3, max: 3, noNaN: true });
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe('numbers with infinitesimals', () => {
  it.each(table)('differentiate %s, again and again', (_name, f, derivative) => {
    fc.assert(
      fc.property(places, fc.constantFrom(0, 1, 2), (x, times) => {
        const repeated = (g: (x: Value) => Value, left: number): ((x: Value) => Value) =>
          left === 0 ? g : (at) => slope(repeated(g, left - 1), at);
        return close(dual.plain(repeated(f, times + 1)(x)), dual.plain(repeated(derivative, times)(x)));
      }),
    );
  });

  it('keep apart the infinitesimals of a derivative inside another one', () => {
    // d/dx (x d/dy (x y)) = 2 x.
    expect(
      slope(
        (x) =>
          multiply(
            x,
            slope((y) => multiply(x, y), 5),
          ),
        3,
      ),
    ).toBe(6);
    // The same derivative inside itself: d/dx (x d/dx (x^2)) = 4 x.
    const take = differentiator();
    const inner = (x: Value): Value => take((y) => [multiply(y, y)], x)[0];
    expect(take((x) => [multiply(x, inner(x))], 3)).toEqual([12]);
  });

  it('give the identical variable for the identical place', () => {
    const take = differentiator();
    const seen: Value[] = [];
    const note = (x: Value): readonly Value[] => {
      seen.push(x);
      return [x];
    };
    for (const place of [1, 1, 2, Number.NaN, Number.NaN]) take(note, place);
    expect(seen[1]).toBe(seen[0]);
    expect(seen[2]).not.toBe(seen[0]);
    expect(seen[4]).toBe(seen[3]);
  });

  it('are powers of zero, and keep what is no number', () => {
    expect(slope((x) => power(x, 1), 0)).toBe(1);
    expect(slope((x) => power(x, 2), 0)).toBe(0);
    expect(slope((x) => power(x, 2), Number.NaN)).toBeNaN();
    expect(slope((x) => slope((y) => power(y, 1), x), Number.NaN)).toBeNaN();
  });

  it('solve differential equations: f = 7 exp(3 x) by f(0) = 7 and f′ = 3 f, not by f′ = -3 f', () => {
    const f = (rate: number) => {
      const solution: (a: Value) => Value = dual.solved(
        () => 7,
        (x) => multiply(rate, solution(x)),
      );
      return slope((x) => slope(solution, x), 0);
    };
    expect(f(3)).toBe(63);
    expect(
      slope(
        dual.solved(
          () => 7,
          () => -21,
        ),
        0,
      ),
    ).toBe(-21);
  });
});
