import { ShapeError } from '../errors.ts';
import type { Equation, Variable } from './equation.ts';
import { describeType, sameType } from './tensor.ts';
import { resultType } from './type-rule.ts';

/** A named input or output of a program. */
export interface Port {
  readonly name: string;
  readonly variable: Variable;
}

/**
 * A pure function from named tensors to named tensors in static single assignment form: each variable is assigned
 * once, before its uses. Variable ids are the positions: input i has id i, the result of equation k has id
 * `inputs.length + k`. Made by `buildProgram` or `defineProgram`, so every Program at hand is well-typed.
 */
export interface Program {
  readonly name: string;
  readonly inputs: readonly Port[];
  readonly equations: readonly Equation[];
  readonly outputs: readonly Port[];
}

/** What names of inputs and outputs look like. */
export const portName = /^[\p{L}_][\p{L}\p{N}_']*$/u;

function checkNames(where: string, ports: readonly Port[]): void {
  const seen = new Set<string>();
  for (const { name } of ports) {
    if (!portName.test(name)) {
      throw new ShapeError(`${where} "${name}": expected letters, digits and underscores, starting with a letter.`);
    }
    if (seen.has(name)) throw new ShapeError(`${where} "${name}" occurs twice; names must differ.`);
    seen.add(name);
  }
}

/**
 * Verifies the parts and returns them as a Program: names are distinct identifiers, ids are positions, operands are
 * assigned before use, result types are those of the typing rules. Throws ShapeError otherwise.
 */
export function defineProgram(parts: Program): Program {
  const { name, inputs, equations, outputs } = parts;
  checkNames(`program ${name}: input`, inputs);
  checkNames(`program ${name}: output`, outputs);
  const assigned: Variable[] = [];
  const assign = (variable: Variable): void => {
    if (variable.id !== assigned.length) {
      throw new ShapeError(
        `program ${name}: expected variable %${assigned.length} to be assigned next; %${variable.id} is.`,
      );
    }
    assigned.push(variable);
  };
  const check = (variable: Variable, use: string): void => {
    const known = assigned[variable.id];
    if (!known) throw new ShapeError(`program ${name}: ${use} uses %${variable.id} before it is assigned.`);
    if (!sameType(known.type, variable.type)) {
      throw new ShapeError(
        `program ${name}: ${use} takes %${variable.id} as ${describeType(variable.type)}; it is ${describeType(known.type)}.`,
      );
    }
  };
  for (const input of inputs) assign(input.variable);
  for (const equation of equations) {
    for (const operand of equation.operands) check(operand, equation.primitive);
    const type = resultType(
      equation.primitive,
      equation.operands.map((operand) => operand.type),
      equation.attributes,
    );
    if (!sameType(type, equation.result.type)) {
      throw new ShapeError(
        `program ${name}: ${equation.primitive} gives ${describeType(type)}; declared ${describeType(equation.result.type)}.`,
      );
    }
    assign(equation.result);
  }
  for (const output of outputs) check(output.variable, `output "${output.name}"`);
  return Object.freeze({
    name,
    inputs: Object.freeze([...inputs]),
    equations: Object.freeze([...equations]),
    outputs: Object.freeze([...outputs]),
  });
}
