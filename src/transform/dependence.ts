import type { Equation, Port, Program, Variable } from '../program/index.ts';

/** Which variables depend on the given inputs, by variable id. */
export function dependents(program: Program, inputs: readonly Port[]): readonly boolean[] {
  const result = program.inputs.map((input) => inputs.includes(input));
  for (const { operands } of program.equations) result.push(operands.some((operand) => result[operand.id]));
  return result;
}

/** The equation that assigns a variable; undefined for an input. */
export function definition(program: Program, variable: Variable): Equation | undefined {
  return program.equations[variable.id - program.inputs.length];
}

/** Whether the variable is a literal zero, perhaps moved about: no input could change it. */
export function isZero(variable: Variable, definitionOf: (variable: Variable) => Equation | undefined): boolean {
  const equation = definitionOf(variable);
  switch (equation?.primitive) {
    case 'constant':
      return equation.attributes.value.data.every((entry) => entry === 0);
    case 'negate':
    case 'stopGradient':
    case 'transpose':
    case 'reshape':
    case 'broadcast':
    case 'reduceSum':
    case 'slice':
    case 'pad':
    case 'concatenate':
      return equation.operands.every((operand) => isZero(operand, definitionOf));
    default:
      return false;
  }
}
