import { Worker } from 'node:worker_threads';
import { DomainError, InputError, NotationError, ShapeError, UnsupportedError } from '../errors.ts';
import { type FailureKind, failureKind } from './exit-code.ts';

/** What a thread sends of an error: plain data, since an error loses its class on the way. */
export interface SentFailure {
  readonly kind: 'failure';
  readonly failure: FailureKind;
  readonly message: string;
  readonly stack: string;
}

/**
 * Starts a module of this folder, named without extension, in a thread of its own, which can be stopped at any moment;
 * from the sources as from the build. What it writes to the console goes to `console`, not to stdout, where that is given.
 */
export function startThread(name: string, data: unknown, console?: (text: string) => void): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = new URL(`./${name}.${isSource ? 'ts' : 'js'}`, import.meta.url);
  const options = { workerData: data, stdout: console !== undefined, stderr: console !== undefined };
  // A worker does not inherit its parent's TypeScript loader, and may refuse it among its arguments.
  const loader = isSource ? import.meta.resolve('tsx/esm/api') : '';
  const script = `import('${loader}').then(({ register }) => { register(); return import('${file.href}'); })`;
  const worker = isSource
    ? new Worker(script, { ...options, eval: true, execArgv: ['--conditions=fisher-rao-source'] })
    : new Worker(file, options);
  if (console !== undefined) {
    for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', console);
  }
  return worker;
}

/** An error as it is sent; {@link rebuiltFailure} is its inverse. */
export function sentFailure(thrown: unknown): SentFailure {
  const { message, stack = '' } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { kind: 'failure', failure: failureKind(thrown), message, stack };
}

const errorClasses = {
  domain: DomainError,
  input: InputError,
  notation: NotationError,
  shape: ShapeError,
  unsupported: UnsupportedError,
};

/** The error that a thread has sent, of its class again. */
export function rebuiltFailure({ failure, message, stack }: SentFailure): Error {
  const known = failure === 'bug' || failure === 'interrupted' ? Error : errorClasses[failure];
  return Object.assign(new known(message), { stack });
}
