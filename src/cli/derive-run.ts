import { UnsupportedError } from '../errors.ts';
import type { CramerRaoRequest, DeriveEvent, DeriveRequest, Refusal } from './derive-request.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.ts';
import { rebuiltFailure, type SentFailure, startThread } from './worker-thread.ts';

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
type Message = DeriveEvent | SentFailure;

/** Runs the request in a thread of its own, until it is done or its time or memory is used up. */
export function receive(
  request: DeriveRequest | CramerRaoRequest,
  budget: number,
  onEvent: (event: DeriveEvent) => void,
): Promise<Outcome> {
  const waiting = new Set<string>(request.show);
  const told = toldBy(request);
  const worker = startThread('derive-worker', request);
  return new Promise<Outcome>((resolve, reject) => {
    let settled = false;
    const give = (reason: string): void => {
      settled = true;
      const failure = told.nothing() ? Object.values(told.refused())[0] : undefined;
      if (failure !== undefined) reject(rebuiltFailure({ kind: 'failure', stack: '', ...failure }));
      else resolve({ missing: [...waiting], reason, refused: told.refused(), code: told.code() });
    };
    // What was typed may be a bomb: it is understood, and its numbers are there, within a time, or it is given up.
    let timer = request.density === undefined ? undefined : setTimeout(() => reject(gaveUp(request)), patience * 1000);
    let atArrived = false;
    worker.on('message', (message: Message) => {
      if (settled) return; // what comes late does not come
      // Numbers at the point stand, whatever becomes of the closed forms.
      if (message.kind === 'failure')
        return atArrived && message.failure !== 'bug' ? give(message.message) : reject(rebuiltFailure(message));
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
