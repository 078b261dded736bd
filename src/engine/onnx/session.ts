import * as ort from 'onnxruntime-node';
import { InputError } from '../../errors.ts';
import { encodeModel, type GraphProto } from '../../onnx-file/index.ts';
import type { Program } from '../../program/index.ts';
import { simplify } from '../../transform/index.ts';
import { type Capabilities, checkSupport, type Engine } from '../index.ts';
import { type Device, devices, type OnnxDeviceName, onnxDeviceNames } from './device.ts';
import { type OpenSession, onnxExecutable, type Session } from './executable.ts';
import { explainFailure, explainRefusal } from './failure.ts';
import { feedsOf } from './feeds.ts';
import { lowerToOnnx } from './lowering.ts';
import { type NativeSession, reopening } from './reopening.ts';
import { SharedSessions } from './shared-sessions.ts';
import { digestOf, openLiterals, structureOf, withOpenSizes } from './structure.ts';

/** How onnxruntime is to run. */
export interface OnnxOptions {
  /** The device to run on and no other, never silently the CPU instead; the CPU unless told. */
  readonly device?: OnnxDeviceName;
  /** Threads that share one operator on the CPU; two unless told. */
  readonly threads?: number;
}

/**
 * The engine on onnxruntime: float64 and float32 on the CPU and with CUDA, float32 on WebGPU. A program is simplified and
 * becomes one model in one session, so that a run crosses into native code once; on the CPU, programs of one engine that
 * differ in sizes and constants alone share a session from the second of them on. Inputs are read in place from their
 * typed arrays. A device that does not start is an UnsupportedError at `compile`, with the reason and what to try; one
 * that is lost or out of memory is one at `run`, after which its session is freed and the next run opens another.
 */
export function onnxEngine({ device: name = 'cpu', threads = 2 }: OnnxOptions = {}): Engine {
  if (!Number.isSafeInteger(threads) || threads < 1) {
    throw new InputError(`onnx: expected a positive number of threads; ${threads} came.`);
  }
  if (!Object.hasOwn(devices, name)) {
    throw new InputError(`onnx: expected one of the devices ${onnxDeviceNames.join(', ')}; ${name} came.`);
  }
  const device = devices[name];
  const setting: Setting = { device, threads, shared: new SharedSessions() };
  const capabilities: Capabilities = { name: device.engine, dtypes: device.dtypes };
  return {
    ...capabilities,
    async compile(program) {
      checkSupport(capabilities, program);
      const simplified = simplify(program);
      const open: OpenSession = (part) => openSession(part, setting);
      return onnxExecutable(simplified, await open(simplified), open);
    },
  };
}

interface Setting {
  readonly device: Device;
  readonly threads: number;
  readonly shared: SharedSessions;
}

async function openSession(program: Program, { device, threads, shared }: Setting): Promise<Session> {
  const options: ort.InferenceSession.SessionOptions = {
    ...device.options,
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Beyond that, a number that multiplies a product of matrices becomes one of its attributes, which are float32.
    graphOptimizationLevel: hasFloat64(program) ? 'basic' : 'all',
    logSeverityLevel: 4, // what goes wrong is thrown
  };
  const lowered = lowerToOnnx(program, device.overrides);
  const feeds = feedsOf(program);
  const explain = (error: unknown): unknown => explainFailure(program.name, device, error);
  const lasting = async (graph: GraphProto, failure: (error: unknown) => unknown): Promise<NativeSession> => {
    const open = async (): Promise<ort.InferenceSession> => {
      try {
        return await ort.InferenceSession.create(encodeModel(graph), options);
      } catch (error) {
        throw explainRefusal(program.name, device, error);
      }
    };
    return reopening(await open(), open, failure);
  };
  const common = device.sharesSessions
    ? await shared.take(structureOf(lowered), digestOf(lowered), () =>
        // Who runs on it says which program failed.
        lasting(withOpenSizes(lowered), (error) => error),
      )
    : undefined;
  if (!common) return { session: await lasting(lowered, explain), feeds, literals: {} };
  const run = (...given: Parameters<NativeSession['run']>) =>
    common.run(...given).catch((error: unknown) => {
      throw explain(error);
    });
  return {
    session: { run: run as NativeSession['run'], release: common.release },
    feeds,
    literals: openLiterals(lowered),
  };
}

function hasFloat64({ inputs, equations }: Program): boolean {
  return [...inputs.map(({ variable }) => variable), ...equations.map(({ result }) => result)].some(
    ({ type }) => type.dtype === 'float64',
  );
}
