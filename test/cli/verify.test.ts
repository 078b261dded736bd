import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { shippedProofs } from '../../src/cli/proof-files.ts';
import { runCaptured, runSource } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'proofs-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('the proofs of a document have the verdicts that they declare', async () => {
  const { code, stdout, stderr } = await runCaptured([
    'verify',
    join(shippedProofs, 'notes-natural-gradient'),
    '--format',
    'json',
  ]);
  const { statements, summary } = JSON.parse(stdout);
  expect(summary).toEqual({ ...summary, unexpected: 0, undecided: 0 });
  expect(summary.proved).toBeGreaterThan(0);
  expect(summary.refuted).toBeGreaterThan(0);
  expect(statements[0]).toMatchObject({
    document: expect.any(String),
    label: expect.any(String),
    seconds: expect.any(Number),
  });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^verifying \.\.\.\n/);
});

it('a file that declares another verdict gives exit code 1', async () => {
  const file = join(folder, 'wrong.ts');
  writeFileSync(
    file,
    `import { equation, proofDocument, statement } from 'fisher-rao';
     export const wrong = proofDocument({ name: 'wrong', source: 'nobody', statements: [
       statement({ label: 'W', title: 'one is two', given: [], expected: 'proved', claim: equation(1, 2) }),
     ] });`,
  );
  const { code, stdout } = await runSource(['verify', file]);
  expect(stdout).toContain('UNEXPECTED: its file declares proved');
  expect(stdout).toContain('1 unexpected');
  expect(code).toBe(1);
});

it('a path that is not there gives exit code 2', async () => {
  const { code, stderr } = await runCaptured(['verify', join(folder, 'nowhere')]);
  expect(code).toBe(2);
  expect(stderr).toContain('there is no file or folder');
});

it('a derivation with a wrong step gives exit code 1', async () => {
  const { code, stdout } = await runCaptured([
    'verify',
    join(shippedProofs, '..', 'examples', 'sign-error.derivation'),
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain('UNEXPECTED');
});

it('an unreadable formula gives exit code 2, with file, line and column', async () => {
  const file = join(folder, 'open.derivation');
  writeFileSync(file, 'names: a real\nclaim c: a = a\n  = (a + 1\n');
  const { code, stderr } = await runCaptured(['verify', file]);
  expect(code).toBe(2);
  expect(stderr).toContain('open.derivation: line 3, column 11: cannot read the formula: Parenthesis ) expected');
});
