import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from './rules.ts';
import { readTree } from './source-tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tree = readTree(root, ['src', 'test', 'proofs', 'examples', 'bench']);

describe('the house keeps its rules:', () => {
  it.each(Object.entries(rules))('%s', (_sentence, rule) => {
    expect(rule(tree)).toEqual([]);
  });
});
