import { Worker } from 'node:worker_threads';
import { DomainError, InputError, NotationError, ShapeError, UnsupportedError } from '../errors.ts';
import { type CommandOption, type Context, defineCommand } from './command.ts';
import {
  type AtPoint,
  type CramerRaoRequest,
  type DeriveEvent,
  type DeriveRequest,
  type Quantity,
  quantities,
  type Refusal,
  readQuantities,
} from './derive-request.ts';
import { type ExitCode, exitCodeOf, exitCodes, type FailureKind } from './exit-code.ts';
import { assignments, seconds, united, wholeNumber } from './options.ts';
import { subjectArgument, subjectOptions, subjectRequest } from './subject-request.ts';

/** Seconds for closed forms, and beside numbers at a point, which must not wait for them. */
export const budgets = { alone: 30, besidePoint: 2 };

/** The most digits of --digits: more are not answered. */
const mostDigits = 900;

/** The reason for all that is missing where no time is given to it. */
const noBudget = '--budget 0';

/** Node fires timers beyond 31 bits at once. */
const longestTimer = 2 ** 31 - 1;

const show: CommandOption<readonly Quantity[]> = {
  placeholder: 'LIST',
  summary: `what to derive (any of ${quantities.join(', ')}, and alpha=0.5 for that alpha-connection; metric,scalar unless given)`,
  parse: readQuantities,
  join: united,
  fallback: ['metric', 'scalar'],
};

const options = {
  show,
  at: assignments('numbers at this point as well; they never wait for a closed form'),
  budget: seconds(
    `seconds for closed forms, 0 for none; what has not arrived by then is null (${budgets.alone} unless given, ${budgets.besidePoint} with --at)`,
  ),
  digits: wholeNumber(
    'closed forms at the point of --at to so many significant digits as well, at most 900',
    1,
    undefined,
  ),
  ...subjectOptions,
};

/** `fisher-rao derive`: metric, connection and curvature of a family. */
export const derive = defineCommand({
  name: 'derive',
  summary: 'metric, connection and curvature of a family, or of a given metric, in closed form',
  description:
    'Derives the Fisher information metric of a parametric family from its log-density, and from the metric the connection and curvature: as closed forms, and as numbers at a point. With --metric it starts from any Riemannian or pseudo-Riemannian metric; names under a root are then taken to be positive. Conventions: spheres have positive curvature, the univariate normal family -1; christoffel[k][i][j] = Gamma^k_ij; riemann[k][l][i][j] = R^k_lij; alpha = 1 is the exponential connection.',
  arguments: [subjectArgument],
  formats: ['text', 'latex', 'json'],
  options,
  examples: [
    { line: 'fisher-rao derive normal', does: 'metric and scalar curvature of the normal family' },
    { line: 'fisher-rao derive categorical --parameters n=4 --show scalar', does: 'the simplex of four outcomes' },
    { line: "fisher-rao derive 'normal*categorical(n=4)'", does: 'independent samples from two families' },
    {
      line: "fisher-rao derive normal --map 'mu = a, sigma = exp(b)' --observations N",
      does: 'other coordinates, and N observations',
    },
    { line: 'fisher-rao derive binomial --parameters n=10 --at theta=0.3', does: 'numbers as well, at a point' },
    { line: 'fisher-rao derive gamma --at k=2,theta=1 --digits 50', does: 'and to fifty digits' },
    {
      line: "fisher-rao derive --density 'x^(k-1)*exp(-x/t)' --variable 'x positive' --parameters 'k positive, t positive'",
      does: 'a density of your own, normalised and recognised as far as possible',
    },
    {
      line: 'fisher-rao derive --metric kerr.json --show ricci,kretschmann',
      does: 'the curvature of a metric of your own',
    },
    {
      line: 'fisher-rao derive normal --show amari-chentsov,alpha=1',
      does: 'the exponential connection, which is flat',
    },
    {
      line: 'fisher-rao derive gibbs --spins 3 --couplings ring --format latex',
      does: 'three spins on a ring, for a paper',
    },
  ],
  run: async ({ positional, options: given }, context) => {
    const { show, at, digits } = given;
    if (digits !== undefined && Object.keys(at).length === 0)
      throw new InputError('--digits needs a point: give --at as well');
    if (digits !== undefined && digits > mostDigits)
      throw new InputError(`expected at most ${mostDigits} digits, got ${digits}`);
    const request: DeriveRequest = {
      ...subjectRequest(positional[0], given),
      show,
      format: context.format,
      ...(Object.keys(at).length === 0 ? {} : { at }),
      ...(digits === undefined ? {} : { digits }),
    };
    const budget = given.budget ?? (request.at === undefined ? budgets.alone : budgets.besidePoint);
    if (budget === 0 && request.at === undefined)
      throw new InputError('--budget 0 leaves nothing to show without --at');
    const printer = context.format === 'json' ? jsonPrinter(context) : linePrinter(context);
    const outcome = await receive(request, budget, printer.event);
    printer.end(outcome);
    return outcome.code;
  },
});

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

function isHeading({ kind }: DeriveEvent): boolean {
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

/** Prints events as they come, and at the end what did not. */
export interface Printer {
  event(event: DeriveEvent): void;
  end(outcome: Outcome): void;
}

/** Prints what events show, the heading with the first result: a request that fails has none. */
export function linePrinter({ write, note, format }: Context): Printer {
  const remark = format === 'latex' ? '% ' : '';
  let heading = '';
  const writeHeading = (): void => {
    if (heading !== '') write(heading);
    heading = '';
  };
  return {
    event: (event) => {
      if (isHeading(event)) heading += event.shown;
      else if (event.shown !== '') {
        writeHeading();
        write(event.shown);
      }
    },
    end: ({ missing, reason, refused }) => {
      writeHeading();
      if (reason === noBudget) write(`${remark}none: --budget 0\n`);
      else for (const quantity of missing) write(`${remark}${quantity}: ${reason}\n`);
      for (const message of new Set(Object.values(refused).map((refusal) => refusal.message))) {
        const quantities = Object.keys(refused).filter((quantity) => refused[quantity].message === message);
        note(`fisher-rao: ${quantities.join(', ')}: ${message}\n`);
      }
    },
  };
}

function jsonPrinter({ write }: Context): Printer {
  const result: Record<string, unknown> = {};
  const at: Record<string, unknown> = {};
  const digits: Record<string, unknown> = {};
  let exact: AtPoint['exact'] = {};
  return {
    event: (event) => {
      if (event.kind === 'family') {
        const { name, coordinates, nonRegular, composition, density } = event;
        const remarks = {
          ...composition,
          ...(nonRegular === undefined ? {} : { nonRegular }),
          ...(density === undefined ? {} : { density }),
        };
        Object.assign(result, { family: name, coordinates, ...remarks });
      } else if (event.kind === 'metric-file')
        Object.assign(result, { file: event.file, coordinates: event.coordinates });
      else if (event.kind === 'closed-form') result[event.quantity] = event.text;
      else if (event.kind === 'kernels')
        result['kernels'] = event.kernels.map(({ name, arguments: names, text: meaning }) => ({
          name,
          arguments: names,
          meaning,
        }));
      else if (event.kind === 'refused') result[event.quantity] = null;
      else if (event.kind === 'digits-at') {
        digits[event.quantity] = event.text;
        Object.assign(at, { digits });
      } else if (event.kind === 'exact-at') {
        exact = { ...exact, [event.quantity]: event.text };
        Object.assign(at, { [event.quantity]: event.value, exact });
      } else {
        const { point, values, method, error, refused = {} } = event;
        if (event.exact !== undefined) exact = event.exact;
        const none = Object.fromEntries(Object.keys(refused).map((quantity) => [quantity, null]));
        const sharp = event.exact === undefined ? {} : { exact };
        Object.assign(at, { point, ...values, ...none, method, ...sharp, ...(error === undefined ? {} : { error }) });
        result['at'] = at;
      }
    },
    end: ({ missing, reason, refused }) => {
      for (const quantity of missing) result[quantity] = null;
      if (missing.length > 0) result['reason'] = reason;
      if (Object.keys(refused).length > 0)
        result['refused'] = Object.fromEntries(Object.entries(refused).map(([name, { message }]) => [name, message]));
      write(`${JSON.stringify(result)}\n`);
    },
  };
}
