import * as ort from 'onnxruntime-node';
import { type Program, type Tensor, tensor } from '../../program/index.ts';
import { simplify, stage } from '../../transform/index.ts';
import { checkInputs, disposed, type Executable } from '../index.ts';
import { inputName, outputName } from './graph.ts';
import type { NativeSession } from './reopening.ts';

/** A program that onnxruntime has compiled, and the inputs that it takes. */
export interface Session {
  readonly session: NativeSession;
  readonly inputNames: readonly string[];
}

/** Compiles a simplified program. */
export type OpenSession = (program: Program) => Promise<Session>;

type Tensors = Readonly<Record<string, Tensor>>;

/** Values in onnxruntime's form, by name. */
type Values = Readonly<Record<string, ort.Tensor>>;

function toOrt({ dtype, data, shape }: Tensor): ort.Tensor {
  return dtype === 'float64'
    ? new ort.Tensor('float64', data as Float64Array, shape)
    : new ort.Tensor('float32', data as Float32Array, shape);
}

/** Makes onnxruntime's tensors over the arrays of the caller, anew only where an array is another one. */
function wrapper(): (inputs: Tensors, names: readonly string[]) => Values {
  const made = new Map<string, ort.Tensor>();
  const wrap = (name: string, value: Tensor): ort.Tensor => {
    const known = made.get(name);
    if (known?.data === value.data) return known;
    const wrapped = toOrt(value);
    made.set(name, wrapped);
    return wrapped;
  };
  return (inputs, names) => Object.fromEntries(names.map((name) => [name, wrap(name, inputs[name]!)]));
}

/** A part of a program, compiled. */
interface Part {
  readonly program: Program;
  readonly compiled: Session;
}

async function runPart({ program, compiled: { session, inputNames } }: Part, values: Values): Promise<Values> {
  const results = await session.run(Object.fromEntries(inputNames.map((name) => [inputName(name), values[name]!])));
  return Object.fromEntries(program.outputs.map(({ name }) => [name, results[outputName(name)]!]));
}

function toTensors(program: Program, values: Values): Record<string, Tensor> {
  const entries = (name: string): Float64Array | Float32Array => values[name]!.data as Float64Array | Float32Array;
  return Object.fromEntries(
    program.outputs.map(({ name, variable: { type } }) => [name, tensor(type.dtype, type.shape, entries(name))]),
  );
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
  const wrap = wrapper();
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
      return toTensors(program, await runPart({ program, compiled }, wrap(inputs, compiled.inputNames)));
    },
    async bind(fixed) {
      checkOpen();
      const names = Object.keys(fixed);
      checkInputs(program, fixed, names);
      const copies = Object.fromEntries(
        names.map((name) => [name, { ...fixed[name]!, data: fixed[name]!.data.slice() }]),
      );
      const { early, late } = await splitAt(names);
      const given = Object.fromEntries(names.map((name) => [name, toOrt(copies[name]!)]));
      const known = early ? { ...given, ...(await runPart(early, given)) } : given;
      return bound({ executable, checkOpen, copies, known, early, late });
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

interface Bound extends Split {
  readonly executable: Executable;
  /** Throws where the executable that this comes from is disposed of. */
  readonly checkOpen: () => void;
  /** The fixed inputs. */
  readonly copies: Tensors;
  /** They and what follows from them alone. */
  readonly known: Values;
}

function bound({ executable, checkOpen, copies, known, early, late }: Bound): Executable {
  const { program } = executable;
  const fixed = Object.keys(copies);
  const others = program.inputs.filter(({ name }) => !fixed.includes(name)).map(({ name }) => name);
  const varying = late?.compiled.inputNames.filter((name) => others.includes(name)) ?? [];
  const wrap = wrapper();
  let isOpen = true;
  return {
    program,
    async run(inputs) {
      if (!isOpen) throw disposed(program);
      checkOpen();
      checkInputs(program, inputs, others);
      const results = late ? await runPart(late, { ...known, ...wrap(inputs, varying) }) : {};
      const values = toTensors(program, { ...known, ...results });
      // What was known before is handed out at every run, and the caller's to keep.
      for (const { name } of early?.program.outputs ?? [])
        if (values[name]) values[name] = { ...values[name], data: values[name].data.slice() };
      return values;
    },
    bind: (more) => executable.bind({ ...copies, ...more }),
    async dispose() {
      isOpen = false;
    },
  };
}
