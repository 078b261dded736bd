import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { readNpz } from '../../src/network/index.ts';
import { packedArchive, storedArchive } from './sample-archives.ts';

describe('a .npz file', () => {
  it('gives its arrays by name, stored or packed', () => {
    const stored = readNpz(storedArchive, 'x');
    expect([...stored.keys()]).toEqual(['inputs', 'targets']);
    expect(stored.get('inputs')).toEqual({ shape: [2, 2], data: Float64Array.of(1.5, -2, 4, 5) });
    expect(stored.get('targets')).toEqual({ shape: [2], data: Float64Array.of(0, 1) });
    const packed = readNpz(packedArchive, 'x');
    expect([...packed].map(([name, { shape, data }]) => [name, shape, [...data]])).toEqual([
      ['W0', [1, 2], [1, 2]],
      ['b0', [1], [3]],
      ['W1', [1, 1], [4]],
      ['b1', [1], [5]],
    ]);
  });

  it('may end with a note', () => {
    const noted = new Uint8Array(storedArchive.length + 9);
    noted.set(storedArchive);
    expect(readNpz(noted, 'x').size).toBe(2);
  });

  it('is refused when any byte of an array has changed', () => {
    // The first packed array has 78 bytes, after a header of 30 bytes, its name and 20 bytes more.
    for (const at of [57, 80, 110]) {
      const damaged = packedArchive.slice();
      damaged[at] = damaged[at]! ^ 1;
      expect(() => readNpz(damaged, 'x.npz')).toThrow(InputError);
      expect(() => readNpz(damaged, 'x.npz')).toThrow(/x\.npz: W0\.npy/);
    }
  });

  it('is refused when it is cut off, or no archive', () => {
    expect(() => readNpz(storedArchive.slice(0, -4), 'x')).toThrow(/truncated/);
    expect(() => readNpz(storedArchive.slice(200), 'x')).toThrow(InputError);
    expect(() => readNpz(new Uint8Array(5), 'x')).toThrow(InputError);
  });
});
