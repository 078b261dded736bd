import {
  type Equation,
  entryCount,
  type Port,
  type Program,
  type Shape,
  strides,
  type Variable,
} from '../../program/index.ts';
import { inputName } from './graph.ts';

/**
 * What onnxruntime is given for an input of a program, or for a part of it whose entries lie side by side: such a part is
 * read where it lies, and no operator has to take it out.
 */
export interface Feed {
  /** Its name in the ONNX graph. */
  readonly name: string;
  /** The input of the program. */
  readonly input: string;
  /** Where in the input's array it begins. */
  readonly start: number;
  /** The variable of the program that it is the value of. */
  readonly variable: Variable;
}

/**
 * The feeds of a program: each input that is used, whole; but of an input that is only ever sliced into runs of neighbouring
 * entries, as parameters of layers are out of one vector, those slices, in the shape that they are given next.
 */
export function feedsOf(program: Program): readonly Feed[] {
  const users = new Map<number, Equation[]>();
  for (const equation of program.equations) {
    for (const { id } of new Set(equation.operands)) users.set(id, [...(users.get(id) ?? []), equation]);
  }
  const outputs = new Set(program.outputs.map(({ variable }) => variable.id));
  const usersOf = ({ id }: Variable): readonly Equation[] => users.get(id) ?? [];
  return program.inputs.flatMap((input) => {
    const { name, variable } = input;
    const uses = usersOf(variable);
    const isOutput = outputs.has(variable.id);
    if (uses.length === 0 && !isOutput) return [];
    const starts = uses.map((use) => startOf(use));
    if (isOutput || starts.includes(undefined)) return [whole(input)];
    return uses.map((use, i) => ({
      name: `${inputName(name)}:${i}`,
      input: name,
      start: starts[i]!,
      variable: nextShape(use.result, usersOf, outputs),
    }));
  });
}

function whole({ name, variable }: Port): Feed {
  return { name: inputName(name), input: name, start: 0, variable };
}

/** Where in its operand's array the entries of a slice begin, if they are neighbours there; undefined for anything else. */
function startOf({ primitive, operands, attributes }: Equation): number | undefined {
  if (primitive !== 'slice') return undefined;
  const { shape } = operands[0]!.type;
  const { start, limit } = attributes;
  const steps = strides(shape);
  const taken: Shape = limit.map((end, axis) => end - start[axis]!);
  // Whole from the first axis on that is not a single index.
  const first = taken.findIndex((size) => size > 1);
  const isRun = first < 0 || taken.slice(first + 1).every((size, i) => size === shape[first + 1 + i]);
  return isRun ? start.reduce((sum, index, axis) => sum + index * steps[axis]!, 0) : undefined;
}

/** The reshape of a slice, if that is all that becomes of it; otherwise the slice itself. */
function nextShape(
  slice: Variable,
  usersOf: (variable: Variable) => readonly Equation[],
  outputs: ReadonlySet<number>,
): Variable {
  const [use, ...others] = usersOf(slice);
  return use?.primitive === 'reshape' && others.length === 0 && !outputs.has(slice.id) ? use.result : slice;
}

/** The part of an array that a feed reads. */
export function partOf<T extends Float64Array | Float32Array>(data: T, { start, variable }: Feed): T {
  const count = entryCount(variable.type.shape);
  return (count === data.length ? data : data.subarray(start, start + count)) as T;
}
