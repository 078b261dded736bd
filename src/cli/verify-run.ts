import type { ExplainedArgument, StatementReport } from '../derivation/index.ts';
import { InputError } from '../errors.ts';
import type { VerifyMessage, VerifyRequest, VerifyTask } from './verify-request.ts';
import { rebuiltFailure, startThread } from './worker-thread.ts';

/** Settings of {@link runVerification}. */
export interface VerificationRun {
  /** Seconds for each statement. */
  readonly budget: number;
  /** Called when a statement is begun, with how many are done and how many there are. */
  readonly onProgress: (label: string, done: number, total: number) => void;
  /** What the modules of proofs write to the console. */
  readonly console: (text: string) => void;
}

/** What a verification gave. */
export interface VerificationResult {
  readonly statements: readonly StatementReport[];
  /** Of the one statement that was asked for by its label; `null` where there was no time for it. */
  readonly argument: ExplainedArgument | null;
}

/**
 * Verifies in a thread of its own. A statement without a verdict within its budget, or within the memory of the thread,
 * is undecided with that reason, and another thread goes on behind it. Rejects with {@link InputError} for what does not load.
 */
export async function runVerification(request: VerifyRequest, run: VerificationRun): Promise<VerificationResult> {
  const statements: StatementReport[] = [];
  let gaveUp: VerifyTask['gaveUp'] = null;
  for (;;) {
    const end = await attempt({ ...request, done: statements.length, gaveUp }, run, statements);
    if (end.kind === 'done') return { statements, argument: end.argument };
    gaveUp = end;
  }
}

type End =
  | Extract<VerifyMessage, { kind: 'done' }>
  | ({ readonly kind: 'gave up' } & NonNullable<VerifyTask['gaveUp']>);

/** One thread, until all is done or a statement is given up; its reports are added to `statements`. */
function attempt(task: VerifyTask, run: VerificationRun, statements: StatementReport[]): Promise<End> {
  const worker = startThread('verify-worker', task, run.console);
  let labels: readonly string[] | null = null;
  let since = performance.now();
  let timer: NodeJS.Timeout | undefined;
  return new Promise<End>((resolve, reject) => {
    const giveUp = (reason: string): void =>
      resolve({ kind: 'gave up', reason, seconds: (performance.now() - since) / 1000 });
    const next = (): void => {
      if (labels === null) return;
      clearTimeout(timer);
      since = performance.now();
      if (statements.length === labels.length) return;
      run.onProgress(labels[statements.length], statements.length, labels.length);
      timer = setTimeout(
        () => giveUp(`no verdict within ${run.budget} s: raise --budget, or take smaller steps`),
        Math.min(run.budget * 1000, longestTimer),
      );
    };
    worker.on('message', (message: VerifyMessage) => {
      if (message.kind === 'failure') return reject(rebuiltFailure(message));
      if (message.kind === 'done') return resolve(message);
      if (message.kind === 'statements') labels = message.labels;
      else statements.push(message.report);
      next();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (labels !== null && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        giveUp('no verdict within the memory of a thread');
      else reject(error);
    });
    worker.on('exit', () => {
      if (labels !== null && statements.length < labels.length) giveUp('its evaluation ends without an answer');
      else reject(new InputError('a module of proofs ends the process while it is loaded'));
    });
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}

/** Node fires timers beyond 31 bits at once. */
const longestTimer = 2 ** 31 - 1;
