import { InputError } from '../errors.ts';
import {
  type Dtype,
  describeType,
  entryCount,
  type Primitive,
  type Program,
  sameType,
  type Tensor,
} from '../program/index.ts';

/** Something that runs programs. All engines mean the same by a program; `engine/reference` is the definition. */
export interface Engine {
  /** The name in messages and reports, for example `reference`, `onnx`. */
  readonly name: string;
  /** The number formats that it computes in. */
  readonly dtypes: readonly Dtype[];
  /** The primitives that it cannot do, each with the reason as a phrase; it has all the others. */
  readonly lacks?: { readonly [P in Primitive]?: string };
  /**
   * Prepares a program to run many times. Throws UnsupportedError, naming the primitive or dtype and an engine that
   * has it, where this engine cannot. Dispose of the executable when done.
   */
  compile(program: Program): Promise<Executable>;
}

/** A compiled program. */
export interface Executable {
  readonly program: Program;
  /**
   * The outputs by name; they are the caller's to keep. Throws InputError where an input is missing or of another
   * type. The same typed array may be passed again unchanged at no cost. Calls may not overlap with `dispose`.
   */
  run(inputs: Readonly<Record<string, Tensor>>): Promise<Record<string, Tensor>>;
  /**
   * The same program with some inputs fixed, as an executable that takes the others. The fixed ones are read now and not
   * again, and an engine may do now, once, what depends on them alone. It may be bound again, to other values, at little
   * cost. It lives at most as long as the executable that it comes from. Throws InputError as `run` does.
   */
  bind(inputs: Readonly<Record<string, Tensor>>): Promise<Executable>;
  /** Frees what the executable holds; running it afterwards is an InputError. Disposing twice is harmless. */
  dispose(): Promise<void>;
}

/**
 * Checks that each input of the program is there and of its type; throws InputError naming the first that is not. With
 * `given` it checks those alone, which must be inputs of the program.
 */
export function checkInputs(
  program: Program,
  inputs: Readonly<Record<string, Tensor>>,
  given?: readonly string[],
): void {
  const unknown = given?.find((name) => !program.inputs.some((input) => input.name === name));
  if (unknown !== undefined) {
    const names = program.inputs.map((input) => input.name).join(', ');
    throw new InputError(`program ${program.name} has no input "${unknown}" to fix. It takes ${names}.`);
  }
  for (const { name, variable } of program.inputs) {
    if (given && !given.includes(name)) continue;
    const value = inputs[name];
    if (!value) {
      const names = program.inputs.map((input) => input.name).join(', ');
      throw new InputError(`program ${program.name}: input "${name}" is missing. It takes ${names}.`);
    }
    if (!sameType(value, variable.type) || value.data.length !== entryCount(value.shape)) {
      throw new InputError(
        `program ${program.name}: input "${name}" is ${describeType(variable.type)}; ${describeType(value)} with ${value.data.length} entries came.`,
      );
    }
  }
}

/**
 * What `bind` may always return: an executable that keeps copies of the fixed inputs and hands them over at every run.
 * Engines that can do better do.
 */
export function handOver(executable: Executable, fixed: Readonly<Record<string, Tensor>>): Executable {
  const { program } = executable;
  const names = Object.keys(fixed);
  checkInputs(program, fixed, names);
  const kept = Object.fromEntries(names.map((name) => [name, { ...fixed[name]!, data: fixed[name]!.data.slice() }]));
  let open = true;
  const bound: Executable = {
    program,
    run: async (inputs) => {
      if (!open) throw disposed(program);
      return executable.run({ ...inputs, ...kept });
    },
    bind: (more) => executable.bind({ ...kept, ...more }),
    dispose: async () => {
      open = false;
    },
  };
  return bound;
}

/** The error of running what was disposed of. */
export function disposed(program: Program): InputError {
  return new InputError(`program ${program.name} was disposed of; compile it again to run it.`);
}
