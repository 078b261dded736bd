import * as ort from 'onnxruntime-node';
import { type Dtype, type Program, type Shape, type Tensor, tensor } from '../../program/index.ts';
import { simplify, stage } from '../../transform/index.ts';
import { checkInputs, disposed, type Executable } from '../index.ts';
import { type Feed, partOf } from './feeds.ts';
import { outputName } from './graph.ts';
import type { NativeSession } from './reopening.ts';

/** A program that onnxruntime has compiled, and what it is fed. */
export interface Session {
  readonly session: NativeSession;
  readonly feeds: readonly Feed[];
  /** What else the session is given at each run, by its ONNX name: sizes and constants, where its graph leaves them open. */
  readonly literals: Readonly<Record<string, ort.Tensor>>;
}

/** Compiles a simplified program. */
export type OpenSession = (program: Program) => Promise<Session>;

type Tensors = Readonly<Record<string, Tensor>>;

/** A part of a program, compiled. */
interface Part {
  readonly program: Program;
  readonly compiled: Session;
}

function toOrt(dtype: Dtype, data: Tensor['data'], shape: Shape): ort.Tensor {
  return dtype === 'float64'
    ? new ort.Tensor('float64', data as Float64Array, shape)
    : new ort.Tensor('float32', data as Float32Array, shape);
}

/** Runs a part; onnxruntime's tensors over the arrays that it is fed are made anew only where an array is another one. */
function runner({
  program,
  compiled: { session, feeds, literals },
}: Part): (values: Tensors) => Promise<Record<string, Tensor>> {
  const wrapped = new Map<string, { readonly data: Tensor['data']; readonly value: ort.Tensor }>();
  const wrap = (feed: Feed, { dtype, data }: Tensor): ort.Tensor => {
    const known = wrapped.get(feed.name);
    if (known?.data === data) return known.value;
    const value = toOrt(dtype, partOf(data, feed), feed.variable.type.shape);
    wrapped.set(feed.name, { data, value });
    return value;
  };
  return async (values) => {
    const fed = Object.fromEntries(feeds.map((feed) => [feed.name, wrap(feed, values[feed.input]!)]));
    const results = await session.run({ ...literals, ...fed });
    return Object.fromEntries(
      program.outputs.map(({ name, variable: { type } }) => [
        name,
        tensor(type.dtype, type.shape, results[outputName(name)]!.data as Tensor['data']),
      ]),
    );
  };
}

/** A program split where some inputs are fixed; a part without outputs is left out. */
interface Split {
  readonly early: Part | undefined;
  readonly late: Part | undefined;
}

async function split(program: Program, fixed: readonly string[], open: OpenSession): Promise<Split> {
  const { early, late } = stage(program, { early: fixed });
  const part = async (one: Program): Promise<Part | undefined> => {
    if (one.outputs.length === 0) return undefined;
    const simplified = simplify(one);
    return { program: simplified, compiled: await open(simplified) };
  };
  return { early: await part(early), late: await part(late) };
}

/** The executable of a simplified program on the session that `open` has made for it. */
export function onnxExecutable(program: Program, compiled: Session, open: OpenSession): Executable {
  const splits = new Map<string, Promise<Split>>();
  const runWhole = runner({ program, compiled });
  let isOpen = true;
  const checkOpen = (): void => {
    if (!isOpen) throw disposed(program);
  };
  /** Compiled once for each set of fixed inputs; their values may change. */
  const splitAt = (fixed: readonly string[]): Promise<Split> => {
    const key = [...fixed].sort().join();
    const known = splits.get(key) ?? split(program, fixed, open);
    splits.set(key, known);
    return known;
  };
  const executable: Executable = {
    program,
    async run(inputs) {
      checkOpen();
      checkInputs(program, inputs);
      return runWhole(inputs);
    },
    async bind(fixed) {
      checkOpen();
      const names = Object.keys(fixed);
      checkInputs(program, fixed, names);
      const copies = Object.fromEntries(
        names.map((name) => [name, { ...fixed[name]!, data: fixed[name]!.data.slice() }]),
      );
      const { early, late } = await splitAt(names);
      const known = early ? { ...copies, ...(await runner(early)(copies)) } : copies;
      return bound({ executable, checkOpen, copies, known, late });
    },
    async dispose() {
      if (!isOpen) return;
      isOpen = false;
      await compiled.session.release();
      for (const { early, late } of await Promise.all(splits.values())) {
        await early?.compiled.session.release();
        await late?.compiled.session.release();
      }
    },
  };
  return executable;
}

interface Bound {
  readonly executable: Executable;
  /** Throws where the executable that this comes from is disposed of. */
  readonly checkOpen: () => void;
  /** The fixed inputs. */
  readonly copies: Tensors;
  /** They and what follows from them alone. */
  readonly known: Tensors;
  readonly late: Part | undefined;
}

function bound({ executable, checkOpen, copies, known, late }: Bound): Executable {
  const { program } = executable;
  const fixed = Object.keys(copies);
  const others = program.inputs.filter(({ name }) => !fixed.includes(name)).map(({ name }) => name);
  const runLate = late ? runner(late) : async () => ({});
  let isOpen = true;
  return {
    program,
    async run(inputs) {
      if (!isOpen) throw disposed(program);
      checkOpen();
      checkInputs(program, inputs, others);
      const results: Tensors = await runLate({ ...inputs, ...known });
      // What was known before is handed out at every run, and the caller's to keep.
      const copied = (value: Tensor): Tensor => ({ ...value, data: value.data.slice() });
      return Object.fromEntries(program.outputs.map(({ name }) => [name, results[name] ?? copied(known[name]!)]));
    },
    bind: (more) => executable.bind({ ...copies, ...more }),
    async dispose() {
      isOpen = false;
    },
  };
}
