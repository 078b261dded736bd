/**
 * `npm run mutants`: changes every step of every proof in `proofs/` and `examples/` in one place and asks the kernels for
 * the result. `--per 2` draws two mutants for each place in a proof instead of one, `--seed 7` draws others, `--only TEXT`
 * takes the proofs whose name, `document/label`, contains the text, `--list` names the mutants that were accepted,
 * `--dearest 20` those that took longest. The exit code is 1 if one was accepted that another route does not show to be
 * true, or had no answer.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { documents, exampleDocuments } from '../proofs/documents.ts';
import { type Acceptor, drawn, type Judgement, kernels } from './mutation-run.ts';

/** What a worker says: how many mutants there are, which one it has begun, that the kernel accepted it, what came of it. */
type Message =
  | { readonly kind: 'ready'; readonly of: number }
  | { readonly kind: 'begun'; readonly name: string }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'judged'; readonly judgement: Judgement; readonly seconds: number };

/** A mutant with the processor time that it took. */
interface Timed {
  readonly name: string;
  readonly seconds: number;
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    per: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    dearest: { type: 'string', default: '0' },
    list: { type: 'boolean', default: false },
    worker: { type: 'boolean', default: false },
  },
});

/** Judges the mutants whose numbers arrive, one after another, until the connection ends. */
async function work(): Promise<void> {
  const all = [...documents, ...(await exampleDocuments())];
  const trials = drawn(all, Number(values.per), Number(values.seed), values.only);
  const say = (message: Message): unknown => process.send?.(message);
  const noted = <V>(answer: V, isAccepted: boolean): V => {
    if (isAccepted) say({ kind: 'accepted' });
    return answer;
  };
  const watched: Acceptor = {
    general: (derivation) => {
      const theorem = kernels.general(derivation);
      return noted(theorem, theorem !== null);
    },
    calculation: (derivation) => {
      const isAccepted = kernels.calculation(derivation);
      return noted(isAccepted, isAccepted);
    },
  };
  process.on('message', (place: number) => {
    const { name, judge } = trials[place];
    say({ kind: 'begun', name });
    const start = process.cpuUsage();
    const judgement = judge(watched);
    const { user, system } = process.cpuUsage(start);
    say({ kind: 'judged', judgement, seconds: (user + system) / 1e6 });
  });
  say({ kind: 'ready', of: trials.length });
}

/** After so many seconds a mutant is given up: an escape if the kernel has accepted it, else without an answer. */
const patience = 180;

/** The mutants in a queue from which processes take them, so that a dear one keeps only one of them. */
class Run {
  private readonly start = performance.now();
  private readonly counts = { killed: 0, true: 0, escape: 0, unanswered: 0 };
  private readonly timed: Timed[] = [];
  private given = 0;
  private of: number | null = null;
  private hasFailed = false;

  async whole(processes: number): Promise<boolean> {
    const timer = setInterval(() => console.error(this.progress), 5000);
    await Promise.all(Array.from({ length: processes }, () => this.employ()));
    clearInterval(timer);
    const { killed, true: shown, escape: escaped, unanswered } = this.counts;
    console.info(
      `${this.done} mutants (seed ${values.seed}): ${killed} killed, ${shown} accepted and shown to be true, ${escaped} escaped, ${unanswered} without an answer; ${this.seconds} s on ${processes} processes`,
    );
    for (const { name, seconds } of this.timed.sort((a, b) => b.seconds - a.seconds).slice(0, Number(values.dearest)))
      console.info(`${seconds.toFixed(2)} s  ${name}`);
    if (this.hasFailed || this.done !== this.of) console.error('a process ended early: not all mutants were judged');
    if (this.of === 0) console.error(`no proof is called ${values.only}`);
    return !this.hasFailed && this.done === this.of && this.done > 0 && escaped + unanswered === 0;
  }

  private get done(): number {
    return Object.values(this.counts).reduce((sum, one) => sum + one, 0);
  }

  private get seconds(): number {
    return Math.round((performance.now() - this.start) / 1000);
  }

  private get progress(): string {
    return `${this.done} of ${this.of ?? '?'} mutants, ${this.counts.escape} escaped, ${this.seconds} s`;
  }

  /** One process, and another one in its place where a mutant has no answer. */
  private async employ(): Promise<void> {
    let [current, isAccepted, isGivenUp] = ['', false, false];
    let watch: NodeJS.Timeout | undefined;
    const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), '--worker']);
    const next = (): void => {
      clearTimeout(watch);
      if (this.given === this.of) {
        child.disconnect();
        return;
      }
      watch = setTimeout(() => {
        isGivenUp = true;
        child.kill();
      }, patience * 1000);
      child.send(this.given++);
    };
    child.on('message', (message: Message) => {
      if (message.kind === 'begun') [current, isAccepted] = [message.name, false];
      else if (message.kind === 'accepted') isAccepted = true;
      else {
        if (message.kind === 'ready') this.of = message.of;
        else this.note(current, message.judgement, message.seconds);
        next();
      }
    });
    const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
    clearTimeout(watch);
    if (!isGivenUp) {
      this.hasFailed ||= code !== 0;
      return;
    }
    this.counts[isAccepted ? 'escape' : 'unanswered']++;
    console.info(`${isAccepted ? 'ESCAPE  accepted, and not evaluated' : 'no answer'} in ${patience} s: ${current}`);
    if (this.given !== this.of) await this.employ();
  }

  private note(name: string, judgement: Judgement, seconds: number): void {
    this.counts[judgement.kind]++;
    this.timed.push({ name, seconds });
    if (judgement.kind === 'escape') console.info(`ESCAPE  ${name}\n    ${judgement.reason}`);
    else if (values.list && judgement.kind === 'true') console.info(`true  ${name}`);
  }
}

if (values.worker) await work();
else process.exitCode = (await new Run().whole(Math.min(2, availableParallelism()))) ? 0 : 1;
