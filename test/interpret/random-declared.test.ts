import fc from 'fast-check';
import { expect, it } from 'vitest';
import { domainContains, readDeclarations } from '../../src/families/index.ts';
import { fractions, valueIn } from '../../src/interpret/random-declared.ts';

it.each(['real', 'positive', 'unit', 'circle', 'integer', 'natural', '2..5', '-inf..-3', 'integer 2..4', '{1, 2, 5}'])(
  'draws values inside %s, different ones',
  (text) => {
    const [{ domain }] = readDeclarations(`x ${text}`);
    const fraction = fractions(1);
    const values = Array.from({ length: 50 }, () => valueIn(domain, fraction));
    expect(values.every((value) => domainContains(domain, value))).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(1);
  },
);

it('fractions are in [0, 1) and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const [a, b] = [fractions(seed), fractions(seed)];
      const list = Array.from({ length: 20 }, a);
      expect(list.every((value) => value >= 0 && value < 1)).toBe(true);
      expect(Array.from({ length: 20 }, b)).toEqual(list);
    }),
  );
});
