import { readFileSync } from 'node:fs';
import { type VerdictKind, verifyDocuments } from 'fisher-rao';
import { describe, expect, it } from 'vitest';
import { documents, proofs } from './documents.ts';
import { tablesOf } from './tables.ts';

/** Every claim of the documents, with what a reading of them by hand found. */
const claims = readFileSync(new URL('claims.tsv', proofs), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [id: string, status: string]);

const report = await verifyDocuments(documents);
const verdicts = new Map(report.statements.map(({ label, verdict }) => [label, verdict]));

/** What a claim must come to: right and reconstructed ones hold, wrong ones are refuted and their repair is proved. */
function asItOughtTo([id, status]: [string, string]): boolean {
  const verdict: VerdictKind | undefined = verdicts.get(id);
  if (status === 'TRUE' || status === 'MISSING') return verdict === 'proved' || verdict === 'supported';
  if (status === 'EMPIRICAL') return verdict === 'undecided';
  return verdict === 'refuted' && verdicts.get(`${id}/repaired`) === 'proved';
}

describe('the claims of the five documents', () => {
  it('all have a statement, with the verdict that a reading by hand found', () => {
    expect(claims).toHaveLength(212);
    expect(claims.filter((claim) => !asItOughtTo(claim))).toEqual([]);
  });

  it('stand in the order of the papers, each with its repaired form and its companions', () => {
    const ids = claims.map(([id]) => id);
    const order = report.statements.map(({ label }) => ids.indexOf(label.split('/')[0])).filter((place) => place >= 0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('have no verdict that their file does not declare', () => {
    const wrong = report.statements.filter(({ verdict, expected }) => verdict !== expected);
    expect(wrong.map(({ label }) => label)).toEqual([]);
    expect(report.statements.length).toBeGreaterThan(330);
  });
});

describe('the tables of proofs/', () => {
  const tables = tablesOf(documents, report);

  it.each(tables)('$path is what the kernels say now; if not, `npm run proofs:tables` writes it', ({ path, text }) => {
    expect(readFileSync(new URL(path, proofs), 'utf8')).toBe(text);
  });

  it('have no assumption of a general theorem without which its proof passes, but integrals that an equation has too', () => {
    const lines = tables[tables.length - 1].text
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines[0]).toHaveLength(5);
    expect(
      lines.slice(1).filter(([kind, , , , idle = '']) => kind !== 'range' && kind !== 'integrable' && idle !== ''),
    ).toEqual([]);
  });
});
