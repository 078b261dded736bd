import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { VerifyMessage, VerifyTask } from '../../src/cli/verify-request.ts';
import { startThread } from '../../src/cli/worker-thread.ts';

const folder = mkdtempSync(join(tmpdir(), 'threads-'));
const file = join(folder, 'three.derivation');
writeFileSync(file, 'claim a: 1 = 1\nclaim b: 2 = 2\nclaim c: 3 = 4\n');
afterAll(() => rmSync(folder, { recursive: true }));

async function toldBy(task: VerifyTask): Promise<readonly VerifyMessage[]> {
  const worker = startThread('verify-worker', task);
  const messages: VerifyMessage[] = [];
  worker.on('message', (message: VerifyMessage) => messages.push(message));
  await once(worker, 'exit');
  return messages;
}

it('the thread goes on behind a statement that was given up, and tells of one alone how it is argued', async () => {
  const gaveUp = { reason: 'no time', seconds: 2 };
  const [rest, alone] = await Promise.all([
    toldBy({ paths: [file], label: undefined, done: 1, gaveUp }),
    toldBy({ paths: [file], label: 'c', done: 0, gaveUp: null }),
  ]);
  expect(rest).toMatchObject([
    { kind: 'statements', labels: ['a', 'b', 'c'] },
    { kind: 'report', report: { label: 'b', verdict: 'undecided', reason: 'no time', seconds: 2 } },
    { kind: 'report', report: { label: 'c', verdict: 'refuted' } },
    { kind: 'done', argument: null },
  ]);
  expect(alone).toMatchObject([
    { kind: 'statements', labels: ['c'] },
    { kind: 'report', report: { label: 'c' } },
    { kind: 'done', argument: { chains: [{ sides: [{ text: '3' }, { text: '4' }] }] } },
  ]);
});
