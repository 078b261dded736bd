import { describe, expect, it } from 'vitest';
import { type Cell, during, duringAll, readsOf, remembered } from './cells.ts';

const cells = (...values: (number | undefined)[]): Cell[] => values.map((value, k) => ({ name: `c${k}`, value }));

describe('cells', () => {
  it('have their values again afterwards, after errors too', () => {
    const [a, b] = cells(1, undefined);
    expect(during(a, 5, () => duringAll([a, b], [6, 7], () => [a.value, b.value]))).toEqual([6, 7]);
    expect(() =>
      during(a, 5, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect([a.value, b.value]).toEqual([1, undefined]);
  });

  it('are read but for those that are bound', () => {
    const [a, b] = cells(1, 2);
    expect([...readsOf([[a], [a, b]], [a])]).toEqual([b]);
  });

  it.each([1, 2])('computations are repeated only where a value is another one, among the last %d', (many) => {
    const [a, b] = cells(1, Number.NaN);
    let times = 0;
    const value = remembered(new Set([a, b]), () => ++times, many);
    expect([value(), value()]).toEqual([1, 1]);
    expect(during(a, 2, value)).toBe(2);
    expect(value()).toBe(many === 1 ? 3 : 1);
  });
});
