import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadProofDocuments } from '../../src/cli/proof-files.ts';
import { replayReport, replayText } from '../../src/cli/verify-replay.ts';
import { verifyDocuments } from '../../src/derivation/index.ts';
import { runCaptured } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'replays-'));
afterAll(() => rmSync(folder, { recursive: true }));
const proofs = join(folder, 'two.derivation');
writeFileSync(proofs, 'names: a real\nclaim right: a = a\nclaim wrong: 2*a = a^2\n');
const report = join(folder, 'report.json');
writeFileSync(report, JSON.stringify(await verifyDocuments(await loadProofDocuments([proofs]))));

it('every witness of a report is evaluated again, or that of one label', async () => {
  const replayed = await replayReport([proofs], report, undefined);
  expect(replayed).toMatchObject([{ document: 'two', label: 'wrong', left: '2', right: '1', isReproduced: true }]);
  expect(replayText(replayed)).toBe('two/wrong: again 2 against 1 at a = 1\n\n1 witness, all as reported\n');
  await expect(replayReport([proofs], report, 'right')).rejects.toThrow('has no witness of right');
});

it('a report that says otherwise gives exit code 1, and one of other proofs is bad input', async () => {
  const forged = join(folder, 'forged.json');
  writeFileSync(
    forged,
    JSON.stringify({ document: 'two', label: 'wrong', witness: { inputs: { a: '3' }, left: 6, right: 8 } }),
  );
  const { code, stdout } = await runCaptured(['verify', proofs, '--replay', forged]);
  expect([code, stdout]).toEqual([
    1,
    'two/wrong: NOW 6 against 9, not 6 against 8 at a = 3\n\n1 witness, 1 not as reported\n',
  ]);
  const other = join(folder, 'other.derivation');
  writeFileSync(other, 'claim c: 1 = 1\n');
  await expect(replayReport([other], report, undefined)).rejects.toThrow('give the paths');
  await expect(replayReport([proofs], proofs, undefined)).rejects.toThrow('expected what fisher-rao verify');
});
