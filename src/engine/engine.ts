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
  /** Frees what the executable holds; running it afterwards is an InputError. Disposing twice is harmless. */
  dispose(): Promise<void>;
}

/** Checks that each input of the program is there and of its type; throws InputError naming the first that is not. */
export function checkInputs(program: Program, inputs: Readonly<Record<string, Tensor>>): void {
  for (const { name, variable } of program.inputs) {
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
