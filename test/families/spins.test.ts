import { describe, expect, it } from 'vitest';
import { rational, rationalToNumber } from '../../src/algebra/index.ts';
import { InputError } from '../../src/errors.ts';
import { type SpinSystem, spinModel } from '../../src/families/index.ts';

describe('spin systems', () => {
  it.each<[SpinSystem, string[]]>([
    [{ spins: 2, couplings: 'ring', fields: 'each' }, ['h1', 'h2', 'J']],
    [{ spins: 3, couplings: 'ring', fields: 'none' }, ['J12', 'J23', 'J13']],
    [{ spins: 3, couplings: 'chain', fields: 'none' }, ['J12', 'J23']],
    [{ spins: 4, couplings: 'complete', fields: 'none' }, ['J12', 'J13', 'J14', 'J23', 'J24', 'J34']],
    [{ spins: 1, couplings: 'ring', fields: 'each' }, ['h1']],
  ])('%j has the parameters %j', (system, coordinates) => {
    expect(spinModel(system).coordinates).toEqual(coordinates);
  });

  it('have names apart from ten spins on: J1_11 is not J11_1', () => {
    const { coordinates } = spinModel({ spins: 12, couplings: 'complete', fields: 'none' });
    expect(new Set(coordinates).size).toBe(66);
    expect(coordinates).toContain('J1_11');
  });

  it('list every configuration once, each variable with its products', () => {
    const { variables } = spinModel({ spins: 3, couplings: 'ring', fields: 'each' });
    expect(new Set(variables.map((row) => row.slice(0, 3).map(rationalToNumber).join())).size).toBe(8);
    for (const row of variables) {
      const [s1, s2, s3, ...bonds] = row.map(rationalToNumber);
      expect(bonds).toEqual([s1 * s2, s2 * s3, s1 * s3]);
      expect(Math.abs(s1)).toBe(1);
    }
    expect(variables[0]).toEqual(new Array(6).fill(rational(1)));
  });

  it.each<[SpinSystem, string]>([
    [{ spins: 0, couplings: 'ring', fields: 'each' }, 'expected a whole number of spins, got 0'],
    [{ spins: 2.5, couplings: 'ring', fields: 'each' }, 'expected a whole number of spins, got 2.5'],
    [{ spins: 1, couplings: 'ring', fields: 'none' }, 'one spin without a field has no parameters'],
    [
      { spins: 20, couplings: 'ring', fields: 'none' },
      'a system of 20 spins has 1048576 states, which exceeds the limit of 65536 that are enumerated: at most 16 spins',
    ],
  ])('refuse %j', (system, message) => {
    expect(() => spinModel(system)).toThrow(InputError);
    expect(() => spinModel(system)).toThrow(message);
  });
});
