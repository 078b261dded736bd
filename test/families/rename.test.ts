import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/families/index.ts';
import { renameFamily } from '../../src/families/rename.ts';

const families = catalogue.map((entry) => entry.build(entry.typical ?? {}));

function namesOf(family: (typeof families)[number]): string[] {
  const { coordinates, constants, sampleSpace, pivot } = family;
  const named = [...coordinates, ...constants].map(({ name }) => name).concat(sampleSpace.variables);
  return [
    ...new Set([...named, ...(pivot === undefined ? [] : [pivot.variable]), ...(pivot?.sign ? [pivot.sign] : [])]),
  ];
}

describe('a family with other names', () => {
  it.each(families.map((family) => [family.name, family] as const))(
    'is the same once they are changed back: %s',
    (_, family) => {
      const there = new Map(namesOf(family).map((name) => [name, `${name}_new`]));
      const back = new Map([...there].map(([from, to]) => [to, from]));
      const renamed = renameFamily(family, there);
      expect(renameFamily(renamed, back)).toEqual(family);
      // No old name is left, wherever it stands: exponents of pivots are names of their own.
      const { pivot: _pivot, name: _name, summary: _summary, ...rest } = renamed;
      const left = namesOf(family).filter((name) => JSON.stringify(rest, bigintAsText).includes(`"name":"${name}"`));
      expect(left).toEqual([]);
    },
  );
});

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
