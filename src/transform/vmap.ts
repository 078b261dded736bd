import { ShapeError } from '../errors.ts';
import { buildProgram, type Equation, type Program, tensorType, type Variable } from '../program/index.ts';
import { portsNamed } from './naming.ts';
import { simplify } from './simplify.ts';
import { type BatchAxis, repeated, type VmapRule, vmapRules, withBatch } from './vmap-rules.ts';

/** What to run a program over. */
export interface Vectorization {
  /** The inputs that differ from entry to entry of the batch; the others are the same for all. */
  readonly over: readonly string[];
  /** The number of entries: a positive integer. */
  readonly size: number;
  /** Where their axis of that size is put: before the other axes, unless told, or after them. */
  readonly axis?: BatchAxis;
}

/**
 * The program that runs another one `size` times at once (vectorising map). The inputs `over` and all outputs get an
 * axis of that size: entry k of an output is that of the program at entry k of the names in `over` and at the other inputs
 * as they are. Names stay. What does not depend on `over` is computed once; a product of a batch with a fixed matrix becomes
 * one larger product. Composes with the other transforms in any order: vmap of vjp over cotangents is a Jacobian's rows.
 * Throws InputError at an unknown name, ShapeError at a size that is no positive integer.
 */
export function vmap(program: Program, { over, size, axis = 'first' }: Vectorization): Program {
  const varied = portsNamed(program, 'inputs', over);
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new ShapeError(`vmap of ${program.name}: expected a positive whole number of entries; ${size} came.`);
  }
  const types = Object.fromEntries(
    program.inputs.map((port) => {
      const { dtype, shape } = port.variable.type;
      return [port.name, varied.includes(port) ? tensorType(dtype, withBatch(shape, size, axis)) : port.variable.type];
    }),
  );
  const result = buildProgram(`vmap_${program.name}`, types, (b, variables) => {
    const values: Variable[] = program.inputs.map(({ name }) => variables[name]!);
    const batched = program.inputs.map((port) => varied.includes(port));
    for (const { primitive, operands, attributes } of program.equations) {
      const at = operands.map((operand) => values[operand.id]!);
      const flags = operands.map((operand) => batched[operand.id]!);
      const rule = vmapRules[primitive] as VmapRule<Equation['attributes']>;
      const varies = flags.includes(true);
      values.push(
        varies ? rule(b, { operands: at, batched: flags, size, axis, attributes }) : b.emit(primitive, at, attributes),
      );
      batched.push(varies);
    }
    const every = ({ id }: Variable): Variable => (batched[id] ? values[id]! : repeated(b, values[id]!, size, axis));
    return Object.fromEntries(program.outputs.map(({ name, variable }) => [name, every(variable)]));
  });
  return simplify(result);
}
