import * as ort from 'onnxruntime-node';
import { InputError, UnsupportedError } from '../../errors.ts';
import type { Program } from '../../program/index.ts';
import { simplify } from '../../transform/index.ts';
import { type Capabilities, checkSupport, type Engine } from '../index.ts';
import { type OpenSession, onnxExecutable, type Session } from './executable.ts';
import { lowerToOnnx, usedInputs } from './lowering.ts';
import { encodeModel } from './model.ts';

const capabilities: Capabilities = { name: 'onnx', dtypes: ['float64', 'float32'] };

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
    ...capabilities,
    async compile(program) {
      checkSupport(capabilities, program);
      const simplified = simplify(program);
      const open: OpenSession = (part) => openSession(part, threads);
      return onnxExecutable(simplified, await open(simplified), open);
    },
  };
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
