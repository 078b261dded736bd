import { defineProgram, type Equation, type Program, type Variable } from '../program/index.ts';
import { portsNamed } from './naming.ts';

/** The same program without the equations that no output needs. All inputs stay. */
export function removeDeadCode(program: Program): Program {
  const needed = new Set(program.outputs.map((output) => output.variable.id));
  for (const { operands, result } of program.equations.toReversed()) {
    if (needed.has(result.id)) for (const operand of operands) needed.add(operand.id);
  }
  const renamed = new Map<number, Variable>(program.inputs.map(({ variable }) => [variable.id, variable]));
  const equations = program.equations
    .filter((equation) => needed.has(equation.result.id))
    .map((equation, position): Equation => {
      const result = { id: program.inputs.length + position, type: equation.result.type };
      const operands = equation.operands.map((operand) => renamed.get(operand.id)!);
      renamed.set(equation.result.id, result);
      return { ...equation, operands, result };
    });
  const outputs = program.outputs.map(({ name, variable }) => ({ name, variable: renamed.get(variable.id)! }));
  return defineProgram({ ...program, equations, outputs });
}

/** The same program with only the named outputs, in that order, and only the equations they need. InputError at an unknown name. */
export function selectOutputs(program: Program, names: readonly string[]): Program {
  return removeDeadCode({ ...program, outputs: portsNamed(program, 'outputs', names) });
}
