import type { Tensor as TfTensor } from '@tensorflow/tfjs-core';
import { InputError, UnsupportedError } from '../../errors.ts';
import { type Program, type Tensor, tensor } from '../../program/index.ts';
import { simplify } from '../../transform/index.ts';
import { checkInputs, checkSupport, type Engine, type Executable, handOver } from '../index.ts';
import { type Backend, loadBackend, restart, type TfjsBackendName, tfjsBackendNames, withBackend } from './backend.ts';
import { type Schedule, scheduleOf } from './schedule.ts';

/** How TensorFlow.js is to run. */
export interface TfjsOptions {
  /** The backend to use and no other; unless told, the first of `tfjsBackendNames` that works. */
  readonly backend?: TfjsBackendName;
}

/**
 * The engine on TensorFlow.js, which has float32 only. A program is simplified and done operation by operation, each
 * tensor disposed of after its last use, so that nothing of a run stays behind. The engine is named after its backend,
 * `tfjs/wasm`; the backend that others have chosen in the same TensorFlow.js stays theirs. Throws UnsupportedError,
 * with the reasons, where no backend works.
 */
export async function tfjsEngine({ backend: wanted }: TfjsOptions = {}): Promise<Engine> {
  const backend = await firstThatWorks(wanted ? [wanted] : tfjsBackendNames);
  return engineOn(backend);
}

async function firstThatWorks(names: readonly TfjsBackendName[]): Promise<Backend> {
  const reasons: string[] = [];
  for (const name of names) {
    try {
      return await loadBackend(name);
    } catch (error) {
      if (!(error instanceof UnsupportedError)) throw error;
      reasons.push(error.message);
    }
  }
  throw new UnsupportedError(reasons.join(' '));
}

/** The engine on a backend that has been loaded. */
export function engineOn(backend: Backend): Engine {
  const capabilities = { name: `tfjs/${backend.name}`, dtypes: ['float32'] as const };
  return {
    ...capabilities,
    async compile(program) {
      checkSupport(capabilities, program);
      const schedule = scheduleOf(simplify(program), backend.traits);
      checkCapacity(capabilities.name, backend, program, schedule.peakBytes);
      return executable(capabilities.name, backend, program, schedule);
    },
  };
}

function checkCapacity(engine: string, { capacity }: Backend, program: Program, bytes: number): void {
  if (bytes <= capacity) return;
  const mebibytes = (count: number): string => `${Math.ceil(count / 2 ** 20)} MiB`;
  throw new UnsupportedError(
    `${engine}: program ${program.name} needs ${mebibytes(bytes)} at once, and this backend holds ${mebibytes(capacity)}. Take fewer samples at a time, or the onnx engine, which has the machine's whole memory.`,
  );
}

function executable(engine: string, backend: Backend, program: Program, schedule: Schedule): Executable {
  let open = true;
  const compiled: Executable = {
    program,
    bind: async (inputs) => handOver(compiled, inputs),
    async run(inputs) {
      if (!open) throw new InputError(`program ${program.name} was disposed of; compile it again to run it.`);
      checkInputs(program, inputs);
      await recoveries.get(backend);
      checkCapacity(engine, backend, program, backend.tf.memory().numBytes + schedule.peakBytes);
      const place = { label: 'its inputs' };
      try {
        return withBackend(backend, () => runSchedule(backend, program, schedule, inputs, place));
      } catch (error) {
        if (!isFailureOfMemory(error)) throw error;
        await recover(backend);
        throw new UnsupportedError(
          `${engine}: program ${program.name} ran out of memory or was cut off at ${place.label}: ${(error as Error).message}. What it held is freed, and it can run again. Take fewer samples at a time, or the onnx engine.`,
        );
      }
    },
    async dispose() {
      open = false;
    },
  };
  return compiled;
}

/** Restarts that are under way: a run must wait for them. */
const recoveries = new WeakMap<Backend, Promise<void>>();

/** A heap that overflowed is not to be trusted again. */
async function recover(backend: Backend): Promise<void> {
  if (backend.registered !== 'wasm') return;
  const restarted = restart(backend);
  recoveries.set(backend, restarted);
  await restarted;
}

/** What engines, allocators and WebAssembly throw when memory ends; anything else is a bug and passes. */
function isFailureOfMemory(error: unknown): boolean {
  return (
    error instanceof RangeError ||
    (error instanceof Error && error.name === 'RuntimeError') || // of WebAssembly
    (error instanceof Error && /\bOOM\b|out of memory|allocat/i.test(error.message))
  );
}

function runSchedule(
  { tf }: Backend,
  program: Program,
  { inputs, steps, outputs }: Schedule,
  given: Readonly<Record<string, Tensor>>,
  place: { label: string },
): Record<string, Tensor> {
  const values: (TfTensor | undefined)[] = [];
  const results: Record<string, Tensor> = {};
  // Nothing is returned from the function that tidy runs: it would look for tensors in every entry of an array.
  tf.tidy(() => {
    for (const id of inputs) {
      const { shape, data } = given[program.inputs[id]!.name]!;
      values[id] = allocated(tf.tensor(data as Float32Array, [...shape], 'float32'), tf.backend());
    }
    for (const { label, step, operands, result, release } of steps) {
      place.label = label;
      values[result] = allocated(
        tf.tidy(() =>
          step.compute(
            tf,
            operands.map((id) => values[id]!),
          ),
        ),
        tf.backend(),
      );
      for (const id of release) {
        values[id]!.dispose();
        values[id] = undefined;
      }
    }
    place.label = 'its outputs';
    for (const { name, variable, step } of outputs) {
      const whole = allocated(step.compute(tf, [values[variable]!]), tf.backend());
      // A backend may hand out the array that it computes on, or the caller's own: outputs are the caller's to keep.
      results[name] = tensor('float32', whole.shape, (whole.dataSync() as Float32Array).slice());
    }
  });
  return results;
}

/** The tensor, if its backend found room for it: on WebAssembly address 0 stands for no room, and no error is thrown. */
function allocated(value: TfTensor, backend: object): TfTensor {
  const { getMemoryOffset } = backend as { getMemoryOffset?: (dataId: object) => number };
  if (getMemoryOffset?.call(backend, value.dataId) === 0) {
    throw new RangeError(`no room for ${value.size * 4} bytes in the WebAssembly heap`);
  }
  return value;
}
