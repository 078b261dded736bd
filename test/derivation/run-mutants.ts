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
import { type Acceptor, drawn, kernels, type Trial, trialsOf } from './mutation-run.ts';

/** What a worker says of one mutant. */
interface Message {
  readonly kind: 'killed' | 'true' | 'escape' | 'start' | 'next' | 'accepted';
  readonly text: string;
  readonly of: number;
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    per: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
    share: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
});

async function chosen(): Promise<readonly Trial[]> {
  const all = trialsOf([...documents, ...(await exampleDocuments())]);
  return drawn(all, Number(values.per), Number(values.seed));
}

async function work(share: string): Promise<void> {
  const [place, workers] = share.split('/').map(Number);
  const trials = (await chosen()).filter((_, k) => k % workers === place).slice(Number(values.from));
  process.send?.({ kind: 'start', text: '', of: trials.length } satisfies Message);
  const tell = (isAccepted: boolean): void => {
    if (isAccepted) process.send?.({ kind: 'accepted', text: '', of: trials.length } satisfies Message);
  };
  const watched: Acceptor = {
    general: (derivation) => {
      const theorem = kernels.general(derivation);
      tell(theorem !== null);
      return theorem;
    },
    calculation: (derivation) => {
      const isAccepted = kernels.calculation(derivation);
      tell(isAccepted);
      return isAccepted;
    },
  };
  for (const { name, judge } of trials) {
    process.send?.({ kind: 'next', text: name, of: trials.length } satisfies Message);
    const judgement = judge(watched);
    const text = judgement.kind === 'escape' ? `${name}\n    ${judgement.reason}` : name;
    process.send?.({ kind: judgement.kind, text, of: trials.length } satisfies Message);
  }
  process.disconnect?.();
}

/** After so many milliseconds a mutant is given up: an escape if the kernel has accepted it, else without an answer. */
const patience = 180_000;

async function lead(): Promise<void> {
  const start = performance.now();
  const counts = { killed: 0, true: 0, escape: 0, unanswered: 0 };
  const expected: number[] = [];
  const workers = Math.min(2, availableParallelism());
  const total = (): number => counts.killed + counts.true + counts.escape + counts.unanswered;
  const timer = setInterval(() => {
    const all = expected.reduce((sum, one) => sum + one, 0);
    console.error(`${total()} of ${all} mutants, ${counts.escape} escaped, ${secondsSince(start)} s`);
  }, 5000);

  /** One worker over the trials of a share from a place on; begins again behind one that has no answer. */
  const follow = async (place: number, from: number): Promise<boolean> => {
    let [done, current, isAccepted] = [from, '', false];
    let watch: NodeJS.Timeout | undefined;
    const args = [...process.argv.slice(2), '--share', `${place}/${workers}`, '--from', `${from}`];
    const child = fork(fileURLToPath(import.meta.url), args);
    child.on('message', ({ kind, text, of }: Message) => {
      if (kind === 'accepted') {
        isAccepted = true;
        return;
      }
      clearTimeout(watch);
      if (kind === 'start') expected[place] = from + of;
      else if (kind === 'next') {
        [current, isAccepted] = [text, false];
        watch = setTimeout(() => child.kill(), patience);
      } else {
        done++;
        counts[kind]++;
        if (kind === 'escape' || (values.list && kind === 'true'))
          console.info(`${kind === 'escape' ? 'ESCAPE' : 'true'}  ${text}`);
      }
    });
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
      child.on('exit', (...end) => resolve(end)),
    );
    clearTimeout(watch);
    if (signal !== 'SIGTERM') return code === 0;
    counts[isAccepted ? 'escape' : 'unanswered']++;
    const what = isAccepted ? 'ESCAPE  accepted, and not evaluated' : 'no answer';
    console.info(`${what} in ${patience / 1000} s: ${current}`);
    return follow(place, done + 1);
  };
  const ends = await Promise.all(Array.from({ length: workers }, (_, place) => follow(place, 0)));
  clearInterval(timer);
  console.info(
    `${total()} mutants (seed ${values.seed}): ${counts.killed} killed, ${counts.true} accepted and shown to be true, ${counts.escape} escaped, ${counts.unanswered} without an answer; ${secondsSince(start)} s on ${workers} processes`,
  );
  const isWhole = ends.every(Boolean) && total() === expected.reduce((sum, one) => sum + one, 0);
  if (!isWhole) console.error('a worker ended early');
  process.exitCode = counts.escape === 0 && isWhole ? 0 : 1;
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 1000);
}

await (values.share === undefined ? lead() : work(values.share));
