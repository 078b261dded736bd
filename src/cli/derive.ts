import { Worker } from 'node:worker_threads';
import { DomainError, InputError, NotationError, ShapeError, UnsupportedError } from '../errors.ts';
import { type CommandOption, type Context, defineCommand } from './command.ts';
import { type DeriveEvent, type DeriveRequest, type Quantity, quantities, readQuantities } from './derive-request.ts';
import { exitCodes, type FailureKind } from './exit-code.ts';
import { assignments, positiveNumber, united } from './options.ts';
import { subjectArgument, subjectOptions, subjectRequest } from './subject-request.ts';

/** Seconds for closed forms, and beside numbers at a point, which must not wait for them. */
const budgets = { alone: 30, besidePoint: 2 };

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
  budget: positiveNumber(
    `seconds for closed forms; what has not arrived by then is null (${budgets.alone} unless given, ${budgets.besidePoint} with --at)`,
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
    { line: 'fisher-rao derive binomial --parameters n=10 --at theta=0.3', does: 'numbers as well, at a point' },
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
    const { show, at } = given;
    const request: DeriveRequest = {
      ...subjectRequest(positional[0], given),
      show,
      format: context.format,
      ...(Object.keys(at).length === 0 ? {} : { at }),
    };
    const budget = given.budget ?? (request.at === undefined ? budgets.alone : budgets.besidePoint);
    const printer = context.format === 'json' ? jsonPrinter(context) : linePrinter(context);
    const { missing, reason } = await receive(request, budget, printer.event);
    printer.end(missing, reason);
    return exitCodes.done;
  },
});

/** The quantities that have no closed form, and why. */
interface Outcome {
  readonly missing: readonly string[];
  readonly reason: string;
}

/** What the worker sends besides events. */
type Message =
  | DeriveEvent
  | { readonly kind: 'failure'; readonly failure: FailureKind; readonly message: string; readonly stack: string };

/** Runs the request in a thread of its own, until it is done or its time or memory is used up. */
function receive(request: DeriveRequest, budget: number, onEvent: (event: DeriveEvent) => void): Promise<Outcome> {
  const waiting = new Set<string>(request.show);
  const worker = startWorker(request);
  return new Promise<Outcome>((resolve, reject) => {
    const give = (reason: string): void => resolve({ missing: [...waiting], reason });
    let timer: NodeJS.Timeout | undefined;
    let atArrived = false;
    worker.on('message', (message: Message) => {
      // Numbers at the point stand, whatever becomes of the closed forms.
      if (message.kind === 'failure')
        return atArrived && message.failure !== 'bug' ? give(message.message) : reject(rebuilt(message));
      atArrived ||= message.kind === 'at';
      if (message.kind === 'closed-form') waiting.delete(message.quantity);
      onEvent(message);
      // The budget runs from the moment when only closed forms are outstanding.
      if (request.at === undefined ? message.kind !== 'closed-form' : message.kind === 'at') {
        const expire = (): void => give(`no closed form within ${budget} s: raise --budget`);
        timer = setTimeout(expire, Math.min(budget * 1000, longestTimer));
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

function startWorker(request: DeriveRequest): Worker {
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

interface Printer {
  event(event: DeriveEvent): void;
  end(missing: readonly string[], reason: string): void;
}

function linePrinter({ write, format }: Context): Printer {
  const remark = format === 'latex' ? '% ' : '';
  return {
    event: ({ shown }) => write(shown),
    end: (missing, reason) => {
      for (const quantity of missing) write(`${remark}${quantity}: ${reason}\n`);
    },
  };
}

function jsonPrinter({ write }: Context): Printer {
  const result: Record<string, unknown> = {};
  return {
    event: (event) => {
      if (event.kind === 'family') {
        const { name, coordinates, nonRegular, density } = event;
        const remarks = {
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
      else {
        const { point, values, method, exact, error } = event;
        const sharp = exact === undefined ? {} : { exact };
        result['at'] = { point, ...values, method, ...sharp, ...(error === undefined ? {} : { error }) };
      }
    },
    end: (missing, reason) => {
      for (const quantity of missing) result[quantity] = null;
      if (missing.length > 0) result['reason'] = reason;
      write(`${JSON.stringify(result)}\n`);
    },
  };
}
