import {
  type Attributes,
  buildProgram,
  describeType,
  type Equation,
  type Primitive,
  type Program,
  type Tensor,
  type Variable,
} from '../program/index.ts';
import { fold } from './fold.ts';
import { removeDeadCode } from './outputs.ts';
import { type SimplifyRule, simplifyRules } from './simplify-rules.ts';

/**
 * An equivalent program that does less: equal subexpressions are computed once, constants are folded, dead equations go,
 * and the exact algebraic rules of `simplifyRules` apply (zeros and ones of sums and products, double negations, chains of
 * transposes, reshapes, slices and broadcasts, transposes of operands of a matmul). Inputs, outputs and derivatives of every
 * order stay the same: stopGradient is kept.
 */
export function simplify(program: Program): Program {
  const types = Object.fromEntries(program.inputs.map(({ name, variable }) => [name, variable.type]));
  const shared = buildProgram(program.name, types, (b, variables) => {
    const known = new Map<string, Variable>();
    const definitions = new Map<Variable, Equation>();
    const identify = constantIdentities();
    const write = <P extends Primitive>(
      primitive: P,
      operands: readonly Variable[],
      attributes: Attributes[P],
    ): Variable => {
      const rule = simplifyRules[primitive] as SimplifyRule<Attributes[P]>;
      const simplifier = { emit: write, definitionOf: (variable: Variable) => definitions.get(variable) };
      const simpler = fold(simplifier, primitive, operands, attributes) ?? rule(simplifier, operands, attributes);
      if (simpler) return simpler;
      const ids = operands.map((operand) => operand.id);
      if (primitive === 'add' || primitive === 'multiply') ids.sort((a, b) => a - b);
      const key = `${primitive}(${ids})${JSON.stringify(attributes, identify)}`;
      const same = known.get(key);
      if (same) return same;
      const result = b.emit(primitive, operands, attributes);
      known.set(key, result);
      definitions.set(result, { primitive, operands, attributes, result } as unknown as Equation);
      return result;
    };
    const values = program.inputs.map(({ name }) => variables[name]!);
    for (const { primitive, operands, attributes } of program.equations) {
      values.push(
        write(
          primitive,
          operands.map((operand) => values[operand.id]!),
          attributes,
        ),
      );
    }
    return Object.fromEntries(program.outputs.map(({ name, variable }) => [name, values[variable.id]!]));
  });
  return removeDeadCode(shared);
}

/** Constants up to this size are the same when their entries are; longer ones when they share storage. */
const comparedEntries = 16;

/** A JSON replacer that stands a short key in for the value of a constant. */
function constantIdentities(): (key: string, value: unknown) => unknown {
  const storages = new Map<Tensor['data'], number>();
  return (key, value) => {
    if (key !== 'value') return value;
    const constant = value as Tensor;
    // Object.is tells -0 from 0 and JSON does not, so entries are printed by hand.
    const entries = Array.from(constant.data.subarray(0, comparedEntries + 1), (x) =>
      Object.is(x, -0) ? '-0' : String(x),
    );
    if (entries.length <= comparedEntries) return `${describeType(constant)}{${entries}}`;
    if (!storages.has(constant.data)) storages.set(constant.data, storages.size);
    return `${describeType(constant)}#${storages.get(constant.data)}`;
  };
}
