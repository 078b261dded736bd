import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runSource, startSource } from './run-captured.ts';

it('the process ends with the exit code of the command line and its one-line reason on stderr', async () => {
  const { code, stdout, stderr } = await runSource(['no-such-command']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^fisher-rao: unknown command 'no-such-command'.*\n$/);
});

it('a reader that closes the pipe early is no failure', async () => {
  const child = startSource(['environment']);
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

it.each(['SIGINT', 'SIGTERM'] as const)('%s ends a long job with exit code 130 and one line', async (signal) => {
  const folder = mkdtempSync(join(tmpdir(), 'interrupted-'));
  const child = startSource(['report', '--out', folder]);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    if (stderr === '') child.kill(signal); // the first line tells that the job has begun
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  rmSync(folder, { recursive: true });
  expect(code).toBe(130);
  expect(stderr).toMatch(new RegExp(`^\\[1/6\\] families \\.\\.\\.\n[^]*\nfisher-rao: interrupted by ${signal}\n$`));
});
