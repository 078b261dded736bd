import { readFileSync } from 'node:fs';
import { type VerdictKind, verifyDocuments } from 'fisher-rao';
import { describe, expect, it } from 'vitest';
import { informationInNetworks } from '../../proofs/appendix-information-in-networks/index.ts';
import { naturalGradientNotes } from '../../proofs/notes-natural-gradient/index.ts';
import { sauter2023 } from '../../proofs/sauter-2023-fisher-information/index.ts';
import { soenSun2021 } from '../../proofs/soen-sun-2021-variance-of-fisher-information/index.ts';
import { sun2024 } from '../../proofs/sun-2024-information-geometry/index.ts';

/** Every claim of the documents, with what a reading of them by hand found. */
const claims = readFileSync(new URL('../../proofs/claims.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [id: string, status: string]);

const report = await verifyDocuments([sauter2023, informationInNetworks, soenSun2021, naturalGradientNotes, sun2024]);
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

  it('have no verdict that their file does not declare', () => {
    const wrong = report.statements.filter(({ verdict, expected }) => verdict !== expected);
    expect(wrong.map(({ label }) => label)).toEqual([]);
    expect(report.statements.length).toBeGreaterThan(330);
  });
});
