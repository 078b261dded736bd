import { expect, it } from 'vitest';
import { documentOf } from '../../src/cli/verify-label.ts';
import { calculation, proofDocument } from '../../src/derivation/index.ts';

const made = calculation({ label: 'c_1', title: '', claim: '1 = 1', expected: 'proved' });
const other = calculation({ label: 'e', title: '', claim: '2 = 2', expected: 'proved' });
const document = proofDocument({ name: 'd', source: '', statements: [made, other] });
const twin = proofDocument({ name: 'twin', source: '', statements: [made] });

it('a statement is found by its label, with the document where that is ambiguous', () => {
  expect(documentOf([document], 'e').statements).toEqual([other]);
  expect(() => documentOf([document, twin], 'c_1')).toThrow('d/c_1 or twin/c_1');
  expect(() => documentOf([twin, { ...twin }], 'c_1')).toThrow('several documents are called twin');
  expect(documentOf([document, twin], 'twin/c_1').name).toBe('twin');
  expect(() => documentOf([document], 'c1')).toThrow("unknown label 'c1'");
});
