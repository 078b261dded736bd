import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { jets } from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';

const field = jets(2, 3);
const [x, y] = [field.coordinate(0, 2), field.coordinate(1, -1)];

describe('jets', () => {
  it('are Taylor coefficients: x^2 y at (2, -1)', () => {
    const f = field.multiply(field.multiply(x, x), y);
    const coefficients: Record<string, number> = { '0,0': -4, '1,0': -4, '0,1': 4, '2,0': -1, '1,1': 4, '2,1': 1 };
    const taylor = field.fromTaylor(3, (exponents) => coefficients[exponents.join()] ?? 0);
    expect(f).toEqual(taylor);
  });

  it('lose one order for each derivative and keep the smaller one in operations', () => {
    const derivative = field.partial(field.multiply(x, y), 0);
    expect(derivative.order).toBe(2);
    expect(field.value(derivative)).toBe(-1);
    expect(field.add(derivative, x).order).toBe(2);
    expect(field.exp(derivative).order).toBe(2);
    expect(field.sum([x, derivative]).order).toBe(2);
    const spent = field.partial(field.partial(field.partial(x, 0), 0), 0);
    expect(() => field.partial(spent, 0)).toThrow(/order 0 has no derivative/);
  });

  it('have elementary functions by their series', () => {
    const t = jets(1, 4);
    const close = (actual: Float64Array, expected: readonly number[]): void => {
      for (const [k, c] of expected.entries()) expect(actual[k]).toBeCloseTo(c, 13);
    };
    close(t.exp(t.coordinate(0, 0)).coefficients, [1, 1, 1 / 2, 1 / 6, 1 / 24]);
    close(t.log(t.coordinate(0, 1)).coefficients, [0, 1, -1 / 2, 1 / 3, -1 / 4]);
    close(t.power(t.coordinate(0, 1), rational(1, 2)).coefficients, [1, 1 / 2, -1 / 8, 1 / 16, -5 / 128]);
    close(t.sin(t.coordinate(0, 0)).coefficients, [0, 1, 0, -1 / 6, 0]);
    close(t.cos(t.coordinate(0, 0)).coefficients, [1, 0, -1 / 2, 0, 1 / 24]);
    close(t.tan(t.coordinate(0, 0)).coefficients, [0, 1, 0, 1 / 3, 0]);
    close(t.divide(t.one, t.coordinate(0, 1)).coefficients, [1, -1, 1, -1, 1]);
    close(t.power(t.coordinate(0, 0), rational(2)).coefficients, [0, 0, 1, 0, 0]);
    close(t.log(t.coordinate(0, -1)).coefficients, [0, -1, -1 / 2, -1 / 3, -1 / 4]);
  });

  it('refuse division, logarithms and roots where the value does not admit them', () => {
    const nilpotent = field.coordinate(0, 0);
    expect(() => field.divide(field.one, nilpotent)).toThrow(DomainError);
    expect(() => field.log(nilpotent)).toThrow(/logarithm of zero/);
    expect(() => field.power(y, rational(1, 2))).toThrow(/root of the negative number/);
    expect(() => field.power(nilpotent, rational(-1))).toThrow(/division by zero/);
  });

  it('are zero only with all coefficients, and useless as pivots where the value is zero', () => {
    expect(field.isZero(field.coordinate(0, 0))).toBe(false);
    expect(field.pivotQuality(field.coordinate(0, 0))).toBe(0);
    expect(field.isZero(field.zero)).toBe(true);
  });
});
