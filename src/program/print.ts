import { describeAttributes, type Equation, type Variable } from './equation.ts';
import { type Program, portName } from './program.ts';
import { describeType } from './tensor.ts';

function describeEquation({ primitive, attributes, operands, result }: Equation): string {
  const application = `${primitive}${describeAttributes(attributes, Number.POSITIVE_INFINITY)}`;
  return `${reference(result)}: ${describeType(result.type)} = ${application}(${operands.map(reference).join(', ')})`;
}

function reference(variable: Variable): string {
  return `%${variable.id}`;
}

/**
 * The program as text, one equation a line, which {@link parseProgram} reads back:
 * ```
 * program square(x %0: float64[3])
 *   %1: float64[3] = multiply(%0, %0)
 * return y %1
 * ```
 * Constants are printed whole, with as many digits as tell doubles apart. A name that is no identifier is quoted.
 */
export function printProgram(program: Program): string {
  const name = portName.test(program.name) ? program.name : JSON.stringify(program.name);
  const inputs = program.inputs.map(
    (port) => `${port.name} ${reference(port.variable)}: ${describeType(port.variable.type)}`,
  );
  const outputs = program.outputs.map((port) => `${port.name} ${reference(port.variable)}`);
  const lines = program.equations.map((equation) => `  ${describeEquation(equation)}\n`);
  return `program ${name}(${inputs.join(', ')})\n${lines.join('')}return ${outputs.join(', ')}\n`;
}
