import {
  type Builder,
  buildProgram,
  type Equation,
  type Port,
  type Program,
  type TensorType,
  type Variable,
} from '../program/index.ts';
import { definition, dependents } from './dependence.ts';
import { type Differentiation, jvp } from './jvp.ts';
import { freshPrefix } from './naming.ts';
import { removeDeadCode } from './outputs.ts';
import { simplify } from './simplify.ts';

/** A program split at a point into its value and its derivative there; see `linearize`. */
export interface Linearization {
  /** From the inputs to the outputs and the residuals: all that the derivative needs of the point. */
  readonly primal: Program;
  /** From residuals, tangents (and those inputs that it uses as they are) to the tangents of outputs; linear in the tangents. */
  readonly tangent: Program;
  /** Names of the residuals: outputs of `primal`, inputs of `tangent`. */
  readonly residuals: readonly string[];
  /** Names of the tangents among the inputs of `tangent`, in the order of `wrt`. */
  readonly tangents: readonly string[];
}

/**
 * Splits jvp(f) into what depends on the point alone and what is linear in the tangents. Running `primal` once and
 * `tangent` many times applies one Jacobian to many vectors without repeating the forward pass; `transpose` of
 * `tangent` with respect to `tangents` applies its transpose. Inputs of `tangent` that are no residuals and no
 * tangents keep the names they have in the program. Names of tangents are those of `jvp`; residuals are `r_0`, `r_1`, ...
 */
export function linearize(program: Program, differentiation: Differentiation): Linearization {
  const derivative = simplify(jvp(program, differentiation));
  const tangents = derivative.inputs.slice(program.inputs.length).map((port) => port.name);
  const varies = dependents(derivative, derivative.inputs.slice(program.inputs.length));
  const { inputs, residuals } = needs(derivative, derivative.outputs.slice(program.outputs.length), varies);
  const prefix = freshPrefix(
    derivative,
    'r',
    residuals.map((_, i) => String(i)),
  );
  const names = new Map(residuals.map((variable, i) => [variable.id, `${prefix}${i}`]));
  return {
    primal: primalProgram(program, derivative, varies, names),
    tangent: tangentProgram(program, derivative, varies, inputs, names),
    residuals: [...names.values()],
    tangents,
  };
}

/** Values that are cheaper to write again than to keep: their operands are needed instead. */
function isRewritten(equation: Equation): boolean {
  return equation.primitive === 'constant' || equation.primitive === 'broadcast' || equation.primitive === 'reshape';
}

/** What the part that varies needs of the part that does not: some inputs as they are, and residuals. */
function needs(
  derivative: Program,
  outputs: readonly Port[],
  varies: readonly boolean[],
): { inputs: ReadonlySet<number>; residuals: readonly Variable[] } {
  const inputs = new Set<number>();
  const residuals = new Map<number, Variable>();
  const need = (variable: Variable): void => {
    const equation = definition(derivative, variable);
    if (varies[variable.id]) return;
    if (!equation) inputs.add(variable.id);
    else if (isRewritten(equation)) for (const operand of equation.operands) need(operand);
    else residuals.set(variable.id, variable);
  };
  for (const { operands, result } of derivative.equations)
    if (varies[result.id]) for (const operand of operands) need(operand);
  for (const { variable } of outputs) need(variable);
  return { inputs, residuals: [...residuals.values()] };
}

type Names = ReadonlyMap<number, string>;

function primalProgram(program: Program, derivative: Program, varies: readonly boolean[], names: Names): Program {
  const types = Object.fromEntries(program.inputs.map(({ name, variable }) => [name, variable.type]));
  const primal = buildProgram(`primal_${program.name}`, types, (b, variables) => {
    const values = derivative.inputs.map(({ name }) => variables[name]);
    write(b, derivative, (equation) => !varies[equation.result.id], values);
    const outputs = derivative.outputs
      .slice(0, program.outputs.length)
      .map(({ name, variable }) => [name, values[variable.id]!]);
    return Object.fromEntries([...outputs, ...Array.from(names, ([id, name]) => [name, values[id]!])]);
  });
  return removeDeadCode(primal);
}

function tangentProgram(
  program: Program,
  derivative: Program,
  varies: readonly boolean[],
  inputs: ReadonlySet<number>,
  names: Names,
): Program {
  const types: Record<string, TensorType> = {};
  for (const { name, variable } of derivative.inputs)
    if (varies[variable.id] || inputs.has(variable.id)) types[name] = variable.type;
  for (const { result } of derivative.equations) if (names.has(result.id)) types[names.get(result.id)!] = result.type;
  const tangent = buildProgram(`tangent_${program.name}`, types, (b, variables) => {
    const values: (Variable | undefined)[] = derivative.inputs.map(({ name }) => variables[name]);
    for (const [id, name] of names) values[id] = variables[name];
    write(
      b,
      derivative,
      (equation) => values[equation.result.id] === undefined && (varies[equation.result.id] || isRewritten(equation)),
      values,
    );
    return Object.fromEntries(
      derivative.outputs.slice(program.outputs.length).map(({ name, variable }) => [name, values[variable.id]!]),
    );
  });
  return removeDeadCode(tangent);
}

/** Writes the chosen equations whose operands have values, and notes their results in `values`, by variable id. */
function write(
  b: Builder,
  program: Program,
  chosen: (equation: Equation) => boolean,
  values: (Variable | undefined)[],
): void {
  for (const equation of program.equations) {
    const operands = equation.operands.flatMap((operand) => values[operand.id] ?? []);
    if (!chosen(equation) || operands.length < equation.operands.length) continue;
    values[equation.result.id] = b.emit(equation.primitive, operands, equation.attributes);
  }
}
