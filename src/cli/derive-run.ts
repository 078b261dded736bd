import { Worker } from 'node:worker_threads';
import { DomainError, InputError, NotationError, ShapeError, UnsupportedError } from '../errors.ts';
import type { CramerRaoRequest, DeriveEvent, DeriveRequest, Refusal } from './derive-request.ts';
import { type ExitCode, exitCodeOf, exitCodes, type FailureKind } from './exit-code.ts';

/** The reason for all that is missing where no time is given to it. */
export const noBudget = '--budget 0';

/** Node fires timers beyond 31 bits at once. */
const longestTimer = 2 ** 31 - 1;

/** What did not come, and what the process says of it. */
export interface Outcome {
  /** The quantities without a closed form in time, and why. */
  readonly missing: readonly string[];
  readonly reason: string;
  /** Quantities that there are not, at the point (`at scalar`) or in closed form. */
  readonly refused: Readonly<Record<string, Refusal>>;
  readonly code: ExitCode;
}

/** What the worker sends besides events. */
type Message =
  | DeriveEvent
  | { readonly kind: 'failure'; readonly failure: FailureKind; readonly message: string; readonly stack: string };

/** Runs the request in a thread of its own, until it is done or its time or memory is used up. */
export function receive(
  request: DeriveRequest | CramerRaoRequest,
  budget: number,
  onEvent: (event: DeriveEvent) => void,
): Promise<Outcome> {
  const waiting = new Set<string>(request.show);
  const told = toldBy(request);
  const worker = startWorker(request);
  return new Promise<Outcome>((resolve, reject) => {
    let settled = false;
    const give = (reason: string): void => {
      settled = true;
      const failure = told.nothing() ? Object.values(told.refused())[0] : undefined;
      if (failure !== undefined) reject(rebuilt({ kind: 'failure', stack: '', ...failure }));
      else resolve({ missing: [...waiting], reason, refused: told.refused(), code: told.code() });
    };
    // What was typed may be a bomb: it is understood, and its numbers are there, within a time, or it is given up.
    let timer = request.density === undefined ? undefined : setTimeout(() => reject(gaveUp(request)), patience * 1000);
    let atArrived = false;
    worker.on('message', (message: Message) => {
      if (settled) return; // what comes late does not come
      // Numbers at the point stand, whatever becomes of the closed forms.
      if (message.kind === 'failure')
        return atArrived && message.failure !== 'bug' ? give(message.message) : reject(rebuilt(message));
      atArrived ||= message.kind === 'at';
      if (message.kind === 'closed-form' || message.kind === 'refused') waiting.delete(message.quantity);
      told.event(message);
      onEvent(message);
      // The budget runs from the moment when only closed forms are outstanding.
      if (request.at === undefined ? isHeading(message) : message.kind === 'at') {
        const expire = (): void => give(budget === 0 ? noBudget : `no closed form within ${budget} s: raise --budget`);
        clearTimeout(timer);
        if (budget === 0) expire();
        else timer = setTimeout(expire, Math.min(budget * 1000, longestTimer));
      }
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') give('no closed form within the memory of a thread');
      else reject(error);
    });
    worker.on('exit', (code) => {
      if (waiting.size === 0) give('');
      else reject(new Error(`the thread of the derivation stopped with exit code ${code} before its work was done`));
    });
    const stop = (): void => clearTimeout(timer);
    worker.on('exit', stop);
  }).finally(() => worker.terminate());
}

/** Seconds in which a typed density must be understood, and numbers of it be there. */
const patience = 60;

function gaveUp({ at }: Pick<DeriveRequest, 'at'>): UnsupportedError {
  const what = at === undefined ? 'understood' : 'understood and evaluated at the point';
  return new UnsupportedError(
    `the density was not ${what} within ${patience} s: give a simpler expression, fewer variables or a smaller sample space`,
  );
}

/** Whether an event says what a derivation is about. */
export function isHeading({ kind }: DeriveEvent): boolean {
  return kind === 'family' || kind === 'metric-file';
}

/** Keeps what was told and what was refused: a closed form is not missed where there is a number, nor the other way round. */
function toldBy(request: Pick<DeriveRequest, 'at'>) {
  const at: Record<string, Refusal> = {};
  const forms: Record<string, Refusal> = {};
  let [numbers, closed] = [0, 0];
  const refused = (): Record<string, Refusal> => ({
    ...Object.fromEntries(Object.entries(at).map(([quantity, why]) => [`${quantity} at the point`, why])),
    ...forms,
  });
  return {
    event: (event: DeriveEvent): void => {
      if (event.kind === 'at') {
        Object.assign(at, event.refused);
        numbers = Object.keys(event.values).length;
      }
      if (event.kind === 'exact-at') delete at[event.quantity];
      if (event.kind === 'closed-form') closed++;
      if (event.kind === 'refused') forms[event.quantity] = { message: event.message, failure: event.failure };
    },
    refused,
    nothing: (): boolean => numbers + closed === 0 && Object.keys(refused()).length > 0,
    code: (): ExitCode => {
      const failures = Object.values(request.at === undefined ? forms : at);
      return failures.length === 0 ? exitCodes.done : exitCodeOf(failures[0].failure);
    },
  };
}

function startWorker(request: DeriveRequest | CramerRaoRequest): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = new URL(`./derive-worker.${isSource ? 'ts' : 'js'}`, import.meta.url);
  if (!isSource) return new Worker(file, { workerData: request });
  // A worker does not inherit its parent's TypeScript loader, and may refuse it among its arguments.
  const loader = import.meta.resolve('tsx/esm/api');
  const script = `import('${loader}').then(({ register }) => { register(); return import('${file.href}'); })`;
  return new Worker(script, { eval: true, workerData: request });
}

const errorClasses = {
  domain: DomainError,
  input: InputError,
  notation: NotationError,
  shape: ShapeError,
  unsupported: UnsupportedError,
};

function rebuilt({ failure, message, stack }: Message & { readonly kind: 'failure' }): Error {
  const known = failure === 'bug' || failure === 'interrupted' ? Error : errorClasses[failure];
  return Object.assign(new known(message), { stack });
}
