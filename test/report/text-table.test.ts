import { expect, it } from 'vitest';
import { textTable } from '../../src/report/text-table.ts';

it('aligns columns to their widest cell and leaves no blank at the end of a line', () => {
  expect(textTable(['a', 'name'], [['long', 'x'], ['1']])).toBe('  a     name\n  ----  ----\n  long  x\n  1\n');
});
