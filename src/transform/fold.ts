import {
  type Attributes,
  binaryFunctions,
  type Equation,
  entryCount,
  type Primitive,
  resultType,
  type TensorType,
  tensor,
  unaryFunctions,
  type Variable,
} from '../program/index.ts';
import type { Simplifier } from './simplifier.ts';

/** Constants of more entries are computed with by the engine; those that are uniform are folded at any size. */
const foldedEntries = 16;

/** The value that all entries of the variable are known to have, told apart as Object.is does. */
export function uniformValue(
  definitionOf: (variable: Variable) => Equation | undefined,
  variable: Variable,
): number | undefined {
  const equation = definitionOf(variable);
  if (equation?.primitive === 'constant') {
    const { data } = equation.attributes.value;
    return data.every((entry) => Object.is(entry, data[0])) ? data[0] : undefined;
  }
  return equation?.primitive === 'broadcast' || equation?.primitive === 'reshape'
    ? uniformValue(definitionOf, equation.operands[0]!)
    : undefined;
}

/** The variable of this type whose entries all are `value`: a scalar constant, repeated. */
function uniform(s: Simplifier, type: TensorType, value: number): Variable {
  const literal = s.emit('constant', [], { value: tensor(type.dtype, [], [value]) });
  return type.shape.length === 0 ? literal : s.emit('broadcast', [literal], { shape: type.shape, axes: [] });
}

function isElementwise(primitive: Primitive): primitive is keyof typeof unaryFunctions | keyof typeof binaryFunctions {
  return primitive in unaryFunctions || primitive in binaryFunctions;
}

function entrywise(primitive: keyof typeof unaryFunctions | keyof typeof binaryFunctions, entries: number[]): number {
  const [x, y] = entries as [number, number];
  return primitive in unaryFunctions
    ? unaryFunctions[primitive as keyof typeof unaryFunctions](x)
    : binaryFunctions[primitive as keyof typeof binaryFunctions](x, y);
}

/** The value of all entries of the result when each operand is uniform; undefined where they would differ. */
function uniformResult(
  primitive: Primitive,
  operands: readonly Variable[],
  type: TensorType,
  values: readonly number[],
  attributes: Attributes[Primitive],
): number | undefined {
  if (isElementwise(primitive)) return entrywise(primitive, [...values]);
  const [value] = values as [number];
  switch (primitive) {
    case 'transpose':
    case 'reshape':
    case 'broadcast':
    case 'slice':
    case 'reduceMax':
      return value;
    case 'concatenate':
      return values.every((other) => Object.is(other, value)) ? value : undefined;
    case 'pad':
      return Object.is(value, 0) ? 0 : undefined;
    case 'reduceSum':
      return (value * entryCount(operands[0]!.type.shape)) / entryCount(type.shape);
    case 'matmul': {
      const { transposeLeft } = attributes as Attributes['matmul'];
      return operands[0]!.type.shape.at(transposeLeft ? -2 : -1)! * value * values[1]!;
    }
    default:
      return undefined;
  }
}

/** The entries of a variable that is a short constant, or uniform and short. */
function shortEntries(s: Simplifier, variable: Variable): ArrayLike<number> | undefined {
  const count = entryCount(variable.type.shape);
  if (count > foldedEntries) return undefined;
  const equation = s.definitionOf(variable);
  if (equation?.primitive === 'constant') return equation.attributes.value.data;
  const value = uniformValue(s.definitionOf, variable);
  return value === undefined ? undefined : new Array<number>(count).fill(value);
}

/**
 * The application of a primitive to constants, computed now: elementwise on up to 16 entries, anything that keeps entries
 * equal at any size. A sum of n equal entries is n times the entry. Undefined where an operand is not constant.
 */
export function fold<P extends Primitive>(
  s: Simplifier,
  primitive: P,
  operands: readonly Variable[],
  attributes: Attributes[P],
): Variable | undefined {
  // A scalar constant, repeated, is how uniform values are written; an input is no constant.
  const scalarRepeated = primitive === 'broadcast' && operands[0]!.type.shape.length === 0;
  if (scalarRepeated || operands.length === 0 || !operands.every(s.definitionOf)) return undefined;
  const values = operands.map((operand) => uniformValue(s.definitionOf, operand));
  const type = resultType(
    primitive,
    operands.map((operand) => operand.type),
    attributes,
  );
  if (values.every((value) => value !== undefined)) {
    const value = uniformResult(primitive, operands, type, values, attributes);
    if (value !== undefined) return uniform(s, type, value);
  }
  if (!isElementwise(primitive)) return undefined;
  const entries = operands.map((operand) => shortEntries(s, operand));
  if (!entries.every((list) => list !== undefined)) return undefined;
  const results = Array.from({ length: entryCount(type.shape) }, (_, i) =>
    entrywise(
      primitive,
      entries.map((list) => list[i]!),
    ),
  );
  return s.emit('constant', [], { value: tensor(type.dtype, type.shape, results) });
}
