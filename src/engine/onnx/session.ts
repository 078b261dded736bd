import * as ort from 'onnxruntime-node';
import { InputError, UnsupportedError } from '../../errors.ts';
import { type Program, type Tensor, tensor } from '../../program/index.ts';
import { simplify } from '../../transform/index.ts';
import { checkInputs, type Engine, type Executable } from '../index.ts';
import { inputName, outputName } from './graph.ts';
import { lowerToOnnx, usedInputs } from './lowering.ts';
import { encodeModel } from './model.ts';

/** How onnxruntime is to run. */
export interface OnnxOptions {
  /** Threads that share one operator; two unless told. */
  readonly threads?: number;
}

/**
 * The engine on onnxruntime's CPU kernels: float64 and float32. A program is simplified and becomes one model in one
 * session, so that a run crosses into native code once. Inputs are read in place from their typed arrays.
 */
export function onnxEngine({ threads = 2 }: OnnxOptions = {}): Engine {
  if (!Number.isSafeInteger(threads) || threads < 1) {
    throw new InputError(`onnx: expected a positive number of threads; ${threads} came.`);
  }
  return {
    name: 'onnx',
    dtypes: ['float64', 'float32'],
    compile: async (program) => executable(program, await openSession(simplify(program), threads)),
  };
}

interface Session {
  readonly session: ort.InferenceSession;
  readonly inputNames: readonly string[];
}

async function openSession(program: Program, threads: number): Promise<Session> {
  const options: ort.InferenceSession.SessionOptions = {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  };
  try {
    const session = await ort.InferenceSession.create(encodeModel(lowerToOnnx(program)), options);
    return { session, inputNames: usedInputs(program).map((input) => input.name) };
  } catch (error) {
    throw explainRefusal(program.name, error);
  }
}

/** What onnxruntime says when it has no kernel, as UnsupportedError; the label of the node names the primitive. */
export function explainRefusal(program: string, error: unknown): unknown {
  const reason = error instanceof Error ? error.message : String(error);
  if (!/NOT_IMPLEMENTED|Could not find an implementation/.test(reason)) return error;
  return new UnsupportedError(
    `onnx: program ${program} needs a kernel that onnxruntime lacks: ${reason} The reference engine has every primitive in float64.`,
  );
}

function executable(program: Program, { session, inputNames }: Session): Executable {
  const bound = new Map<string, ort.Tensor>();
  let open = true;
  /** An onnxruntime tensor over the caller's array, made anew only when the array is another one. */
  const bind = (name: string, { dtype, data, shape }: Tensor): ort.Tensor => {
    const known = bound.get(name);
    if (known?.data === data) return known;
    const made =
      dtype === 'float64'
        ? new ort.Tensor('float64', data as Float64Array, shape)
        : new ort.Tensor('float32', data as Float32Array, shape);
    bound.set(name, made);
    return made;
  };
  return {
    program,
    async run(inputs) {
      if (!open) throw new InputError(`program ${program.name} was disposed of; compile it again to run it.`);
      checkInputs(program, inputs);
      const feeds = Object.fromEntries(inputNames.map((name) => [inputName(name), bind(name, inputs[name]!)]));
      const results = await session.run(feeds);
      return Object.fromEntries(
        program.outputs.map(({ name, variable: { type } }) => [
          name,
          tensor(type.dtype, type.shape, results[outputName(name)]!.data as Float64Array | Float32Array),
        ]),
      );
    },
    async dispose() {
      if (!open) return;
      open = false;
      bound.clear();
      await session.release();
    },
  };
}
