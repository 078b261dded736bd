import {
  type Builder,
  buildProgram,
  type Equation,
  type Port,
  type Program,
  type TensorType,
  type Variable,
} from '../program/index.ts';
import { definition, dependents, isZero } from './dependence.ts';
import { freshPrefix, portsNamed } from './naming.ts';
import { removeDeadCode } from './outputs.ts';
import { notLinear, type TransposeRule, transposeRules } from './transpose-rules.ts';

/** Which inputs a program is linear in. */
export interface Transposition {
  readonly wrt: readonly string[];
  /** Prefix of the new names instead of the chosen one; ShapeError where it collides. */
  readonly prefix?: string;
}

/**
 * The transpose of a program as a linear map. The program must be linear in the inputs `wrt` (jointly), the others
 * being parameters: y = A(r) x. The result takes the parameters r and a cotangent `ct_y` per output and returns
 * `ct_x` = A(r)^T ct_y per name in `wrt`; <A x, w> = <x, A^T w>. Transposing again with respect to the cotangents
 * gives the same map. Throws ShapeError, naming the primitive, where the program is not linear.
 */
export function transpose(program: Program, { wrt, prefix }: Transposition): Program {
  const varied = portsNamed(program, 'inputs', wrt);
  const outputNames = program.outputs.map((output) => output.name);
  const ct = freshPrefix(program, 'ct', [...wrt, ...outputNames], prefix);
  const inputs: Record<string, TensorType> = {};
  for (const { name, variable } of program.inputs) if (!wrt.includes(name)) inputs[name] = variable.type;
  for (const { name, variable } of program.outputs) inputs[ct + name] = variable.type;
  const transposed = buildProgram(`transpose_${program.name}`, inputs, (b, variables) => {
    const cotangents = pullBack(b, program, varied, variables, ct);
    return Object.fromEntries(
      varied.map(({ name, variable }) => [ct + name, cotangents[variable.id] ?? b.full(variable.type, 0)]),
    );
  });
  return removeDeadCode(transposed);
}

/** Runs the linear equations backwards; returns the cotangents by variable id, undefined where nothing flowed. */
function pullBack(
  b: Builder,
  program: Program,
  varied: readonly Port[],
  variables: Readonly<Record<string, Variable>>,
  ct: string,
): readonly (Variable | undefined)[] {
  const varies = dependents(program, varied);
  const values: (Variable | undefined)[] = program.inputs.map(({ name }) => variables[name]);
  for (const { primitive, operands, attributes, result } of program.equations) {
    values.push(
      varies[result.id]
        ? undefined
        : b.emit(
            primitive,
            operands.map((operand) => values[operand.id]!),
            attributes,
          ),
    );
  }
  const cotangents = new Array<Variable | undefined>(values.length);
  const accumulate = (variable: Variable, cotangent: Variable | undefined): void => {
    const sofar = cotangents[variable.id];
    cotangents[variable.id] = sofar && cotangent ? b.add(sofar, cotangent) : (sofar ?? cotangent);
  };
  for (const { name, variable } of program.outputs) {
    if (varies[variable.id]) accumulate(variable, variables[ct + name]);
    else if (!isZero(variable, (v) => definition(program, v)))
      throw notLinear(`output "${name}", which does not depend on them,`);
  }
  for (const { primitive, operands, attributes, result } of program.equations.toReversed()) {
    const cotangent = cotangents[result.id];
    if (!varies[result.id] || !cotangent) continue;
    const rule = transposeRules[primitive] as TransposeRule<Equation['attributes']>;
    const given = operands.map((operand) => values[operand.id]);
    const pulled = rule(b, { operands: given, types: operands.map((operand) => operand.type), attributes, cotangent });
    operands.forEach((operand, i) => {
      if (varies[operand.id]) accumulate(operand, pulled[i]);
    });
  }
  return cotangents;
}
