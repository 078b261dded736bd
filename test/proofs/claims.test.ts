import { readFileSync } from 'node:fs';
import { explainArgument, type VerdictKind, verifyDocuments } from 'fisher-rao';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { explanationTex } from '../../src/cli/verify-explain.ts';
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

describe('the arguments in TeX', () => {
  /** Of a page or more none is read, and the time that they take grows faster than they do. */
  const longest = 20_000;

  it('compile, every claim, definition and step of them', () => {
    const statements = documents.flatMap((document) => document.statements);
    const wrong: string[] = [];
    for (const [place, statement] of statements.entries()) {
      const tex = explanationTex(report.statements[place], explainArgument(statement));
      for (const [block] of tex.matchAll(/\\begin\{align\*\}[\s\S]*?\\end\{align\*\}/g)) {
        if (block.length <= longest && !compiles(block)) wrong.push(statement.label);
      }
    }
    expect(wrong).toEqual([]);
    expect(compiles('\\begin{align*} a_ & \\end{align*}')).toBe(false);
  });
});

/** Whether KaTeX reads a block without an error, and knows its signs. */
function compiles(block: string): boolean {
  const isStrange = (code: string): boolean => code === 'unknownSymbol' || code === 'unicodeTextInMathMode';
  try {
    katex.renderToString(block, {
      displayMode: true,
      strict: (code: string) => (isStrange(code) ? 'error' : 'ignore'),
    });
    return true;
  } catch {
    return false;
  }
}
