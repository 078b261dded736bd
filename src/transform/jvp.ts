import {
  type Builder,
  buildProgram,
  type Equation,
  type Program,
  type TensorType,
  type Variable,
} from '../program/index.ts';
import { type JvpRule, jvpRules, type Tangent } from './jvp-rules.ts';
import { freshPrefix, portsNamed } from './naming.ts';

/** What to differentiate. */
export interface Differentiation {
  /** The inputs to vary. */
  readonly wrt: readonly string[];
  /** The outputs whose derivative is wanted; all of them unless told. */
  readonly of?: readonly string[];
  /** Prefix of the new names instead of the chosen one; ShapeError where it collides. */
  readonly prefix?: string;
}

/**
 * The directional derivative (Jacobian-vector product), by forward accumulation. For y = f(x) the new program takes
 * x and a tangent `d_x` per name in `wrt` and returns y and `d_y` = Df(x)[d_x] per name in `of`. Where a name is taken
 * the prefix is `d2_`, then `d3_`, ...: jvp of jvp with respect to x takes x, d_x, d2_x and returns y, d_y, d2_y and
 * `d2_d_y` = D^2 f(x)[d_x, d2_x] (x is varied by the second, d_x is not). Throws UnsupportedError at a reduceMax that
 * depends on `wrt` outside stopGradient, InputError at an unknown name.
 */
export function jvp(
  program: Program,
  { wrt, of = program.outputs.map((output) => output.name), prefix }: Differentiation,
): Program {
  const varied = portsNamed(program, 'inputs', wrt);
  const wanted = portsNamed(program, 'outputs', of);
  const d = freshPrefix(program, 'd', [...wrt, ...of], prefix);
  const inputs: Record<string, TensorType> = {};
  for (const { name, variable } of program.inputs) inputs[name] = variable.type;
  for (const { name, variable } of varied) inputs[d + name] = variable.type;
  return buildProgram(`jvp_${program.name}`, inputs, (b, variables) => {
    const { values, tangents } = pushForward(b, program, variables, (name) =>
      wrt.includes(name) ? variables[d + name] : undefined,
    );
    const outputs = program.outputs.map(({ name, variable }) => [name, values[variable.id]!]);
    const derivatives = wanted.map(({ name, variable }) => [
      d + name,
      tangents[variable.id] ?? b.full(variable.type, 0),
    ]);
    return Object.fromEntries([...outputs, ...derivatives]);
  });
}

interface PushForward {
  readonly values: readonly Variable[];
  readonly tangents: readonly Tangent[];
}

/** Writes the program and, beside each equation that varies, its differential; both lists are indexed by variable id. */
function pushForward(
  b: Builder,
  program: Program,
  inputs: Readonly<Record<string, Variable>>,
  tangentOf: (name: string) => Tangent,
): PushForward {
  const values: Variable[] = program.inputs.map(({ name }) => inputs[name]!);
  const tangents: Tangent[] = program.inputs.map(({ name }) => tangentOf(name));
  for (const { primitive, operands, attributes } of program.equations) {
    const at = operands.map((operand) => values[operand.id]!);
    const directions = operands.map((operand) => tangents[operand.id]);
    const result = b.emit(primitive, at, attributes);
    values.push(result);
    const varies = directions.some((direction) => direction !== undefined);
    const rule = jvpRules[primitive] as JvpRule<Equation['attributes']>;
    tangents.push(varies ? rule(b, { operands: at, attributes, result, tangents: directions }) : undefined);
  }
  return { values, tangents };
}
