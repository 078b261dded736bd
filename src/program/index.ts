/**
 * Tensor programs: a small differentiable array language as immutable data. A `Program` is a list of equations over a
 * closed set of primitives in static single assignment form, with named inputs and outputs, verified when it is made.
 * Write one with `buildProgram` or as text (`parseProgram`, `printProgram`); differentiate it with `transform`; run it with an
 * engine. A new primitive is a line in
 * `Attributes` and one in `typeRules`; the compiler then lists the tables (engines, transforms) that lack a rule.
 */

export { type Builder, buildProgram, dtypeOf, type Operand } from './builder.ts';
export { binaryFunctions, unaryFunctions } from './elementwise.ts';
export {
  type Attributes,
  describeAttributes,
  type ElementwiseBinary,
  type ElementwiseUnary,
  type Equation,
  type EquationOf,
  type NoAttributes,
  type Primitive,
  type Variable,
} from './equation.ts';
export { parseProgram } from './parse.ts';
export { printProgram } from './print.ts';
export { defineProgram, type Port, type Program } from './program.ts';
export {
  type Dtype,
  describeType,
  entryCount,
  type Shape,
  sameShape,
  sameType,
  scalar,
  strides,
  type Tensor,
  type TensorType,
  tensor,
  tensorType,
} from './tensor.ts';
export { resultType, type TypeRule, typeRules } from './type-rule.ts';
