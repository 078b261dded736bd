import type { Attributes, Equation, Primitive, Variable } from '../program/index.ts';

/** What a simplification may look at and do: the equations written so far, and writing (simplified) new ones. */
export interface Simplifier {
  readonly definitionOf: (variable: Variable) => Equation | undefined;
  readonly emit: <P extends Primitive>(
    primitive: P,
    operands: readonly Variable[],
    attributes: Attributes[P],
  ) => Variable;
}
