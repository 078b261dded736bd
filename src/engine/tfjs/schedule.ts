import { entryCount, type Program, type Shape } from '../../program/index.ts';
import { lowerToTfjs, type Step, type Traits, withAllEntries } from './lowering.ts';

/** A step with the variables it reads, the one it assigns, and those that nothing reads after it. */
export interface ScheduledStep {
  /** What the step computes, for messages: `tanh %3`. */
  readonly label: string;
  readonly step: Step;
  readonly operands: readonly number[];
  readonly result: number;
  readonly release: readonly number[];
}

/** A program made ready to run: its steps in order, how its outputs are had, and what it needs at most. */
export interface Schedule {
  /** The positions of the inputs that are used. */
  readonly inputs: readonly number[];
  readonly steps: readonly ScheduledStep[];
  readonly outputs: readonly { readonly name: string; readonly variable: number; readonly step: Step }[];
  /** The most bytes of tensors that are alive at once. */
  readonly peakBytes: number;
}

const bytesPerEntry = 4;

/**
 * Orders a float32 program into steps, each variable released after its last use, and counts the memory this takes.
 * Throws UnsupportedError where TensorFlow.js lacks an operation.
 */
export function scheduleOf(program: Program, traits: Traits): Schedule {
  const held: Shape[] = program.inputs.map(({ variable }) => variable.type.shape);
  const lastUse = lastUses(program);
  const inputs = program.inputs.flatMap(({ variable: { id } }) => (lastUse.has(id) ? [id] : []));
  const size = (id: number): number => entryCount(held[id]!);
  let alive = inputs.reduce((sum, id) => sum + size(id), 0);
  let peak = alive;
  const steps = program.equations.map((equation, position): ScheduledStep => {
    const operands = equation.operands.map(({ id }) => id);
    const result = equation.result.id;
    const step = lowerToTfjs(
      equation,
      operands.map((id) => held[id]!),
      traits,
    );
    held[result] = step.held;
    alive += size(result);
    peak = Math.max(peak, alive + step.scratch);
    const release = [...new Set([...operands, result])].filter((id) => (lastUse.get(id) ?? -1) <= position);
    for (const id of release) alive -= size(id);
    return { label: `${equation.primitive} %${result}`, step, operands, result, release };
  });
  const outputs = program.outputs.map(({ name, variable }) => {
    const step = withAllEntries({ type: variable.type, held: held[variable.id]! });
    peak = Math.max(peak, alive + step.scratch);
    return { name, variable: variable.id, step };
  });
  return { inputs, steps, outputs, peakBytes: bytesPerEntry * peak };
}

/** The position of the last equation that reads each variable; outputs are read after all of them. */
function lastUses(program: Program): Map<number, number> {
  const result = new Map<number, number>();
  program.equations.forEach(({ operands }, position) => {
    for (const { id } of operands) result.set(id, position);
  });
  for (const { variable } of program.outputs) result.set(variable.id, program.equations.length);
  return result;
}
