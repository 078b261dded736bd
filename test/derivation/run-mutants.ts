/**
 * `npm run mutants`: changes every step of every proof in `proofs/` and `examples/` in one place and asks the kernels for
 * the result. `--per 2` draws two mutants for each place in a proof instead of one, `--seed 7` draws others, `--list` names
 * those that were accepted. The exit code is 1 if one was accepted that another route does not show to be true.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { documents, exampleDocuments } from '../proofs/documents.ts';
import { drawn, kernels, type Trial, trialsOf } from './mutation-run.ts';

/** What a worker says of one mutant. */
interface Message {
  readonly kind: 'killed' | 'true' | 'escape' | 'start';
  readonly text: string;
  readonly of: number;
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    per: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
    share: { type: 'string' },
  },
});

async function chosen(): Promise<readonly Trial[]> {
  const all = trialsOf([...documents, ...(await exampleDocuments())]);
  return drawn(all, Number(values.per), Number(values.seed));
}

async function work(share: string): Promise<void> {
  const [place, workers] = share.split('/').map(Number);
  const trials = (await chosen()).filter((_, k) => k % workers === place);
  process.send?.({ kind: 'start', text: '', of: trials.length } satisfies Message);
  for (const { name, judge } of trials) {
    const judgement = judge(kernels);
    const text = judgement.kind === 'escape' ? `${name}\n    ${judgement.reason}` : name;
    process.send?.({ kind: judgement.kind, text, of: trials.length } satisfies Message);
  }
  process.disconnect?.();
}

async function lead(): Promise<void> {
  const start = performance.now();
  const counts = { killed: 0, true: 0, escape: 0 };
  let [expected, shown] = [0, 0];
  const workers = Math.min(2, availableParallelism());
  const ends = Array.from({ length: workers }, (_, place) => {
    const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), '--share', `${place}/${workers}`]);
    child.on('message', (message: Message) => {
      if (message.kind === 'start') expected += message.of;
      else {
        counts[message.kind]++;
        if (message.kind === 'escape' || (values.list && message.kind === 'true'))
          console.info(`${message.kind === 'escape' ? 'ESCAPE' : 'true'}  ${message.text}`);
      }
      const done = counts.killed + counts.true + counts.escape;
      if (performance.now() - shown > 2000) {
        shown = performance.now();
        console.error(`${done} of ${expected} mutants, ${counts.escape} escaped, ${secondsSince(start)} s`);
      }
    });
    return new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  });
  const codes = await Promise.all(ends);
  const done = counts.killed + counts.true + counts.escape;
  console.info(
    `${done} mutants (seed ${values.seed}): ${counts.killed} killed, ${counts.true} accepted and shown to be true, ${counts.escape} escaped; ${secondsSince(start)} s on ${workers} processes`,
  );
  if (codes.some((code) => code !== 0) || done < expected) console.error('a worker ended early');
  process.exitCode = counts.escape === 0 && done === expected && codes.every((code) => code === 0) ? 0 : 1;
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 1000);
}

await (values.share === undefined ? lead() : work(values.share));
