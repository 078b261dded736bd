import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runVerification } from '../../src/cli/verify-run.ts';
import { startSource } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'runs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const names = Array.from({ length: 12 }, (_, k) => `x${k}`);
/** A comparison of canonical forms that takes a minute. */
const long = `claim long: (${names.join(' + ')})^9/(${names.join(' - ')})^9 = (${names.join('*')} + 1)^5`;
const declared = `names: ${names.map((name) => `${name} real`).join(', ')}\n`;

it('a statement without a verdict in time is undecided, and those behind it are decided', async () => {
  const told: string[] = [];
  const file = written('three.derivation', `${declared}claim before: 1 = 1\n${long}\nclaim after: 1 = 2\n`);
  const { statements, argument } = await runVerification(
    { paths: [file], label: undefined },
    { budget: 1, onProgress: (label, done, total) => told.push(`${label} ${done}/${total}`), console: () => {} },
  );
  expect(statements.map(({ label, verdict }) => [label, verdict])).toEqual([
    ['before', 'proved'],
    ['long', 'undecided'],
    ['after', 'refuted'],
  ]);
  expect(statements[1].reason).toContain('no verdict within 1 s: raise --budget');
  expect(statements[1].seconds).toBeGreaterThan(0.9);
  expect(argument).toBeNull();
  expect(told).toContain('long 1/3');
});

it('what a module writes goes to the console that is given, and one that ends the process is bad input', async () => {
  const said: string[] = [];
  const run = { budget: 60, onProgress: () => {}, console: (text: string) => said.push(text) };
  const loud = `import { calculation, proofDocument } from 'fisher-rao'; console.log('hello');
    export const d = proofDocument({ name: 'd', source: '', statements: [
      calculation({ label: 'c', title: '', claim: '1 = 1', expected: 'proved' })] });`;
  const { statements } = await runVerification({ paths: [written('loud.ts', loud)], label: 'c' }, run);
  expect([statements[0].verdict, said.join('')]).toEqual(['proved', 'hello\n']);
  const leaving = runVerification({ paths: [written('leaving.ts', 'process.exit(3);')], label: undefined }, run);
  await expect(leaving).rejects.toThrow('ends the process');
});

it('an interruption is heard in the middle of a step', async () => {
  const child = startSource(['verify', written('long.derivation', `${declared}${long}\n`)]);
  const stderr = new Promise<string>((resolve) => {
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (part.includes('verifying ...')) setTimeout(() => child.kill('SIGINT'), 1500);
    });
    child.on('close', () => resolve(text));
  });
  expect(await stderr).toContain('interrupted by SIGINT');
  expect(child.exitCode).toBe(130);
});
