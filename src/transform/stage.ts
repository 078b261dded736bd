import { InputError } from '../errors.ts';
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
import { freshPrefix, portsNamed } from './naming.ts';
import { removeDeadCode } from './outputs.ts';

/** How to split a program. */
export interface Staging {
  /** The inputs known first. */
  readonly early: readonly string[];
  /** The outputs of the second part; unless told, those that the other inputs influence. The others must not depend on those. */
  readonly late?: readonly string[];
}

/** A program in two parts; see `stage`. */
export interface Stages {
  /** From the early inputs to the early outputs, and the residuals. */
  readonly early: Program;
  /** From residuals, those early inputs that it uses as they are, and the late inputs, to the late outputs. */
  readonly late: Program;
  /** Names of the residuals: outputs of `early`, inputs of `late`. */
  readonly residuals: readonly string[];
}

/**
 * Splits a program into what depends on the inputs `early` alone and the rest, so that the first part runs once where they
 * stay the same and the second as often as the others change. Running one after the other gives what the program gives.
 * Names stay; residuals are `r_0`, `r_1`, ... Values that are cheap to write again (constants, broadcasts, reshapes) are no
 * residuals: what they are made of is. Throws InputError at an unknown name and where an early
 * output depends on a late input.
 */
export function stage(program: Program, { early, late }: Staging): Stages {
  const first = portsNamed(program, 'inputs', early);
  const varies = dependents(
    program,
    program.inputs.filter((input) => !first.includes(input)),
  );
  const lateOutputs = late
    ? portsNamed(program, 'outputs', late)
    : program.outputs.filter(({ variable }) => varies[variable.id]);
  const { inputs, residuals } = needs(program, lateOutputs, varies);
  const prefix = freshPrefix(
    program,
    'r',
    residuals.map((_, i) => String(i)),
  );
  const names = new Map(residuals.map((variable, i) => [variable.id, `${prefix}${i}`]));
  const earlyOutputs = program.outputs.filter((output) => !lateOutputs.includes(output));
  const dependent = earlyOutputs.find(({ variable }) => varies[variable.id]);
  if (dependent) {
    throw new InputError(
      `stage of ${program.name}: output "${dependent.name}" depends on more than ${early.join(', ')}.`,
    );
  }
  return {
    early: earlyProgram({ program, ports: first, varies, outputs: earlyOutputs, names }),
    late: lateProgram({ program, ports: lateInputs(program, varies, inputs), varies, outputs: lateOutputs, names }),
    residuals: [...names.values()],
  };
}

/** Values that are cheaper to write again than to keep: their operands are needed instead. */
function isRewritten(equation: Equation): boolean {
  return equation.primitive === 'constant' || equation.primitive === 'broadcast' || equation.primitive === 'reshape';
}

/** What the part that varies needs of the part that does not: some inputs as they are, and residuals. */
function needs(
  program: Program,
  outputs: readonly Port[],
  varies: readonly boolean[],
): { inputs: ReadonlySet<number>; residuals: readonly Variable[] } {
  const inputs = new Set<number>();
  const residuals = new Map<number, Variable>();
  const need = (variable: Variable): void => {
    const equation = definition(program, variable);
    if (varies[variable.id]) return;
    if (!equation) inputs.add(variable.id);
    else if (isRewritten(equation)) for (const operand of equation.operands) need(operand);
    else residuals.set(variable.id, variable);
  };
  for (const { operands, result } of program.equations)
    if (varies[result.id]) for (const operand of operands) need(operand);
  for (const { variable } of outputs) need(variable);
  return { inputs, residuals: [...residuals.values()] };
}

function lateInputs(program: Program, varies: readonly boolean[], used: ReadonlySet<number>): readonly Port[] {
  return program.inputs.filter(({ variable }) => varies[variable.id] || used.has(variable.id));
}

/** One part of a program. */
interface Part {
  readonly program: Program;
  /** The inputs that it has of the program's. */
  readonly ports: readonly Port[];
  readonly varies: readonly boolean[];
  /** The outputs that it has of the program's. */
  readonly outputs: readonly Port[];
  /** Names of the residuals by variable id. */
  readonly names: ReadonlyMap<number, string>;
}

function earlyProgram({ program, ports, varies, outputs, names }: Part): Program {
  const types = Object.fromEntries(ports.map(({ name, variable }) => [name, variable.type]));
  const early = buildProgram(`early_${program.name}`, types, (b, variables) => {
    const values = program.inputs.map(({ name }) => variables[name]);
    write(b, program, (equation) => !varies[equation.result.id], values);
    const results = outputs.map(({ name, variable }) => [name, values[variable.id]!]);
    return Object.fromEntries([...results, ...Array.from(names, ([id, name]) => [name, values[id]!])]);
  });
  return removeDeadCode(early);
}

function lateProgram({ program, ports, varies, outputs, names }: Part): Program {
  const types: Record<string, TensorType> = {};
  for (const { name, variable } of ports) types[name] = variable.type;
  for (const { result } of program.equations) if (names.has(result.id)) types[names.get(result.id)!] = result.type;
  const late = buildProgram(`late_${program.name}`, types, (b, variables) => {
    const values: (Variable | undefined)[] = program.inputs.map(({ name }) => variables[name]);
    for (const [id, name] of names) values[id] = variables[name];
    write(
      b,
      program,
      (equation) => values[equation.result.id] === undefined && (varies[equation.result.id] || isRewritten(equation)),
      values,
    );
    return Object.fromEntries(outputs.map(({ name, variable }) => [name, values[variable.id]!]));
  });
  return removeDeadCode(late);
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
