import { expect, it } from 'vitest';
import { printedVerification } from '../../src/cli/verify-print.ts';
import { calculation, explainArgument, proofDocument, verifyDocuments } from '../../src/derivation/index.ts';

const made = calculation({
  label: 'c',
  title: '',
  symbols: { a: 'real' },
  definitions: { b: 'a + 1', unused: 'a' },
  claim: 'b - 1 = a',
  expected: 'proved',
});
const { statements } = await verifyDocuments([proofDocument({ name: 'd', source: '', statements: [made] })]);

it('as JSON a list has its counts, and an argument the report with its chains and what its names mean', () => {
  const list = JSON.parse(printedVerification({ statements, argument: null }, undefined, 'json'));
  expect(list.statements).toEqual(statements);
  expect(list.summary).toEqual({ proved: 1, supported: 0, refuted: 0, undecided: 0, unexpected: 0 });
  const one = JSON.parse(printedVerification({ statements, argument: explainArgument(made) }, 'c', 'json'));
  expect(one).toMatchObject({ label: 'c', verdict: 'proved', definitions: ['b := a + 1'] });
  expect(one.argument[0].sides.map(({ text }: { text: string }) => text)).toEqual(['b - 1', 'a']);
});

it.each([
  ['text', '1 proved'],
  ['markdown', '## d'],
] as const)('a list as %s is what that format is for', (format, expected) => {
  expect(printedVerification({ statements, argument: null }, undefined, format)).toContain(expected);
});
