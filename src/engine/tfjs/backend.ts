import { UnsupportedError } from '../../errors.ts';
import type { Tf, Traits } from './lowering.ts';

/** What TensorFlow.js may run on, best first: its native binding with CUDA, the one without, WebAssembly, plain JavaScript. */
export const tfjsBackendNames = ['tfjs-node-gpu', 'tfjs-node', 'wasm', 'cpu'] as const;

/** One of `tfjsBackendNames`. */
export type TfjsBackendName = (typeof tfjsBackendNames)[number];

/** A backend of TensorFlow.js that works here. */
export interface Backend {
  readonly name: TfjsBackendName;
  readonly tf: Tf;
  /** The name under which TensorFlow.js knows it. */
  readonly registered: string;
  readonly traits: Traits;
  /** The most bytes of tensors to hold at once. */
  readonly capacity: number;
}

/** Imports a package by its name; a parameter so that tests can stand in for packages that are not installed. */
export type ImportPackage = (name: string) => Promise<unknown>;

interface Description {
  /** The package that brings the backend and that with the operations, which may be the same. */
  readonly packages: readonly [backend: string, operations: string];
  readonly registered: string;
  readonly traits: Traits;
  readonly capacity: number;
  readonly howToGet: string;
}

const gibibyte = 2 ** 30;
const core = '@tensorflow/tfjs-core';
const plain: Traits = { plainProductsOnly: false, coarseSign: false };
const native = { registered: 'tensorflow', traits: plain, capacity: Number.POSITIVE_INFINITY };
const optionalPackages = 'reinstall fisher-rao without --omit=optional';

const descriptions: Readonly<Record<TfjsBackendName, Description>> = {
  'tfjs-node-gpu': {
    ...native,
    packages: ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node-gpu'],
    howToGet: 'npm install @tensorflow/tfjs-node-gpu, with the CUDA 11 and cuDNN 8 libraries and a Node before 23',
  },
  'tfjs-node': {
    ...native,
    packages: ['@tensorflow/tfjs-node', '@tensorflow/tfjs-node'],
    howToGet: 'npm install @tensorflow/tfjs-node, with a Node before 23',
  },
  wasm: {
    packages: ['@tensorflow/tfjs-backend-wasm', core],
    registered: 'wasm',
    traits: { plainProductsOnly: true, coarseSign: true },
    // The heap ends at 4 GiB, but the allocator gives wrong addresses for blocks that it merged to more than 2.
    capacity: 1.5 * gibibyte,
    howToGet: optionalPackages,
  },
  cpu: {
    packages: ['@tensorflow/tfjs-backend-cpu', core],
    registered: 'cpu',
    traits: plain,
    capacity: Number.POSITIVE_INFINITY,
    howToGet: optionalPackages,
  },
};

/**
 * Loads a backend and makes it ready, or throws UnsupportedError with the reason and how to get it. The backend that
 * TensorFlow.js has chosen for others stays chosen.
 */
export async function loadBackend(
  name: TfjsBackendName,
  importPackage: ImportPackage = (specifier) => import(specifier),
): Promise<Backend> {
  const { packages, registered, traits, capacity, howToGet } = descriptions[name];
  try {
    const [, tf] = (await inTurn(packages, importPackage)) as [unknown, Tf];
    const chosen = tf.engine().backendName;
    if (!(await keepingHandlers(() => tf.setBackend(registered))))
      throw new Error(`its backend '${registered}' did not start`);
    if (name === 'tfjs-node-gpu') expectDevice(tf);
    if (name === 'cpu') silenceAdvice(tf);
    if (chosen && chosen !== registered) await tf.setBackend(chosen);
    return { name, tf, registered, traits, capacity };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\n| imported from /)[0] : String(error);
    throw new UnsupportedError(`tfjs has no backend ${name} here: ${reason}. To get it: ${howToGet}.`);
  }
}

/** One after the other: a backend registers itself with the operations when its package is loaded. */
async function inTurn(packages: readonly string[], importPackage: ImportPackage): Promise<unknown[]> {
  const modules: unknown[] = [];
  for (const name of packages) {
    const module = (await importPackage(name)) as { default?: unknown };
    modules.push(module.default ?? module);
  }
  return modules;
}

/**
 * Starts or restarts a backend and leaves the process's handlers of uncaught errors as they were. The WebAssembly module
 * adds its own, which throw again from inside it, so that every such error of the program would print its sources; and
 * when disposed of it removes those of others too.
 */
async function keepingHandlers<Result>(start: () => Promise<Result>): Promise<Result> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => process.rawListeners(event) as (() => void)[]);
  try {
    return await start();
  } finally {
    events.forEach((event, i) => {
      process.removeAllListeners(event);
      for (const listener of before[i]!) process.on(event, listener);
    });
  }
}

/** The package with CUDA computes on the CPU, without a word, where it finds no device. */
function expectDevice(tf: Tf): void {
  if ((tf.backend() as { isUsingGpuDevice?: boolean }).isUsingGpuDevice !== true) {
    throw new Error('it is installed but finds no GPU that it can use');
  }
}

/** On its first tensor the plain backend advises a native binding, on stderr; which one is used is this engine's choice. */
function silenceAdvice(tf: Tf): void {
  Object.assign(tf.backend(), { firstUse: false });
}

/**
 * Runs a function without pauses while the backend is the chosen one of TensorFlow.js, and chooses back the one before.
 */
export function withBackend<Result>({ tf, registered }: Backend, run: () => Result): Result {
  const chosen = tf.engine().backendName;
  // Both backends are ready, so that choosing takes effect at once.
  if (chosen !== registered) void tf.setBackend(registered);
  try {
    return run();
  } finally {
    if (chosen && chosen !== registered) void tf.setBackend(chosen);
  }
}

/** Starts the backend anew, its memory empty; the tensors that it held are lost. */
export async function restart({ tf, registered }: Backend): Promise<void> {
  const chosen = tf.engine().backendName;
  await keepingHandlers(async () => {
    const factory = tf.findBackendFactory(registered);
    tf.removeBackend(registered);
    tf.registerBackend(registered, factory);
    await tf.setBackend(registered);
  });
  if (chosen && chosen !== registered) await tf.setBackend(chosen);
}
