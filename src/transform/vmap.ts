import { ShapeError } from '../errors.ts';
import { buildProgram, type Equation, type Program, tensorType, type Variable } from '../program/index.ts';
import { portsNamed } from './naming.ts';
import { simplify } from './simplify.ts';
import { type VmapRule, vmapRules } from './vmap-rules.ts';

/** What to run a program over. */
export interface Vectorization {
  /** The inputs that differ from entry to entry of the batch; the others are the same for all. */
  readonly over: readonly string[];
  /** The number of entries: a positive integer. */
  readonly size: number;
}

/**
 * The program that runs another one `size` times at once (vectorising map). The inputs `over` and all outputs get a
 * leading axis of that size: output[k] is that of the program at input[k] for the names in `over` and at the other inputs
 * as they are. Names stay. What does not depend on `over` is computed once; a product of a batch with a fixed matrix becomes
 * one larger product. Composes with the other transforms in any order: vmap of vjp over cotangents is a Jacobian's rows.
 * Throws InputError at an unknown name, ShapeError at a size that is no positive integer.
 */
export function vmap(program: Program, { over, size }: Vectorization): Program {
  const varied = portsNamed(program, 'inputs', over);
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new ShapeError(`vmap of ${program.name}: expected a positive whole number of entries; ${size} came.`);
  }
  const types = Object.fromEntries(
    program.inputs.map((port) => {
      const { dtype, shape } = port.variable.type;
      return [port.name, varied.includes(port) ? tensorType(dtype, [size, ...shape]) : port.variable.type];
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
        varies ? rule(b, { operands: at, batched: flags, size, attributes }) : b.emit(primitive, at, attributes),
      );
      batched.push(varies);
    }
    const repeated = ({ id, type }: Variable): Variable =>
      batched[id] ? values[id]! : b.broadcast(values[id]!, [size, ...type.shape]);
    return Object.fromEntries(program.outputs.map(({ name, variable }) => [name, repeated(variable)]));
  });
  return simplify(result);
}
