import { describeAttributes, type Equation, type Variable } from './equation.ts';
import type { Program } from './program.ts';
import { describeType } from './tensor.ts';

function describeEquation({ primitive, attributes, operands, result }: Equation): string {
  return `${reference(result)}: ${describeType(result.type)} = ${primitive}${describeAttributes(attributes)}(${operands.map(reference).join(', ')})`;
}

function reference(variable: Variable): string {
  return `%${variable.id}`;
}

/**
 * The program as text, one equation a line:
 * ```
 * program square(x %0: float64[3])
 *   %1: float64[3] = multiply(%0, %0)
 * return y %1
 * ```
 */
export function printProgram(program: Program): string {
  const inputs = program.inputs.map(
    ({ name, variable }) => `${name} ${reference(variable)}: ${describeType(variable.type)}`,
  );
  const outputs = program.outputs.map(({ name, variable }) => `${name} ${reference(variable)}`);
  const lines = program.equations.map((equation) => `  ${describeEquation(equation)}\n`);
  return `program ${program.name}(${inputs.join(', ')})\n${lines.join('')}return ${outputs.join(', ')}\n`;
}
