import { expect, it } from 'vitest';
import { verificationMarkdown } from '../../src/cli/verify-markdown.ts';
import { calculation, proofDocument, type StatementReport, verifyDocuments } from '../../src/derivation/index.ts';

const parts = { title: 'a | b', expected: 'proved', symbols: { a: 'real' } } as const;

it('Markdown has a table for each document, one row a statement, with bars escaped', async () => {
  const documents = ['first', 'second'].map((name) =>
    proofDocument({
      name,
      source: '',
      statements: [
        calculation({ ...parts, label: 'r', claim: 'a + a = 2*a' }),
        calculation({ ...parts, label: 'w', claim: 'a + a = a^2' }),
      ],
    }),
  );
  const lines = verificationMarkdown(await verifyDocuments(documents)).split('\n');
  expect(lines.filter((line) => line.startsWith('## '))).toEqual(['## first', '## second']);
  const rows = lines.filter((line) => line.startsWith('| **'));
  expect(rows).toHaveLength(4);
  for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(8);
  expect(rows[0]).toMatch(/^\| \*\*r\*\* a \\\| b \| `` a \+ a = 2\*a `` \| proved \| a real \| {2}\| \d/);
  expect(rows[1]).toMatch('refuted (unexpected: declared proved) | witness: 2 against 1 at a = 1');
  expect(lines.at(-2)).toBe('2 proved, 0 supported, 2 refuted, 0 undecided, 2 unexpected');
});

it('what Markdown would read in titles and assumptions is escaped', () => {
  const report: StatementReport = {
    ...{ document: 'd', label: 'a_b', title: '*x* [y]', claim: 'a*b', expected: 'proved', seconds: 0 },
    ...{ verdict: 'proved', assumptions: ['a*b > c_1', 'x'] },
  };
  const summary = { proved: 1, supported: 0, refuted: 0, undecided: 0, unexpected: 0 };
  expect(verificationMarkdown({ statements: [report], summary })).toContain(
    '| **a\\_b** \\*x\\* \\[y\\] | `` a*b `` | proved | a\\*b \\> c\\_1; x |',
  );
});
