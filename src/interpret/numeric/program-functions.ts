import type { DifferentialField, ElementaryField } from '../../calculus/index.ts';
import {
  type Builder,
  buildProgram,
  type Dtype,
  type Program,
  type Shape,
  type Tensor,
  tensorType,
  type Variable,
} from '../../program/index.ts';
import { jvp, simplify } from '../../transform/index.ts';
import { programField } from '../program-field.ts';

/** A function of the coordinates: a program whose inputs are the coordinates, scalars, and whose output is `value`. */
export type ProgramFunction = Program;

/** Writes a value from values, in the program under construction. */
export type Join = (b: Builder, field: ElementaryField<Variable>, values: readonly Variable[]) => Variable;

/**
 * The differential field of functions of the coordinates written as programs: sums and products are programs, partial
 * derivatives are jvp along a coordinate. Values are scalars or vectors over the points of a sample space, entry by entry.
 */
export interface ProgramFunctions extends DifferentialField<ProgramFunction> {
  readonly dtype: Dtype;
  /** The function that is a coordinate, or another input. */
  coordinate(name: string): ProgramFunction;
  /** The function with this value everywhere. */
  constant(value: Tensor | number): ProgramFunction;
  /** The function in which an input that is no coordinate is replaced by a function. */
  replace(f: ProgramFunction, input: string, by: ProgramFunction): ProgramFunction;
  /** Any other combination of functions, written by `join`. */
  combine(functions: readonly ProgramFunction[], join: Join): ProgramFunction;
}

/**
 * The functions of these coordinates, computed in the given number format; and of `others`, inputs with respect to which
 * nobody differentiates, by their shapes.
 */
export function programFunctions(
  coordinates: readonly string[],
  dtype: Dtype = 'float64',
  others: Readonly<Record<string, Shape>> = {},
): ProgramFunctions {
  const types = Object.fromEntries([
    ...coordinates.map((name) => [name, tensorType(dtype)] as const),
    ...Object.entries(others).map(([name, shape]) => [name, tensorType(dtype, shape)] as const),
  ]);
  const write = (body: (b: Builder, variables: Readonly<Record<string, Variable>>) => Variable): ProgramFunction =>
    simplify(buildProgram('function', types, (b, variables) => ({ value: body(b, variables) })));
  const combine = (functions: readonly ProgramFunction[], join: Join): ProgramFunction =>
    write((b, variables) =>
      join(
        b,
        programField(b, dtype),
        functions.map((f) => b.inline(f, variables)['value']!),
      ),
    );
  const constant = (value: Tensor | number): ProgramFunction =>
    write((b) => (typeof value === 'number' ? b.full({ dtype, shape: [] }, value) : b.constant(value)));
  const zero = constant(0);
  const partial = (f: ProgramFunction, index: number): ProgramFunction => {
    const name = coordinates[index]!;
    const derivative = jvp(f, { wrt: [name] });
    const [tangent, output] = [derivative.inputs.at(-1)!.name, derivative.outputs.at(-1)!.name];
    const result = write(
      (b, variables) => b.inline(derivative, { ...variables, [tangent]: b.full({ dtype, shape: [] }, 1) })[output]!,
    );
    return isLiteralZero(result) ? zero : result;
  };
  return {
    dtype,
    dimension: coordinates.length,
    zero,
    one: constant(1),
    coordinate: (name) => write((_, variables) => variables[name]!),
    constant,
    replace: (f, input, by) =>
      write((b, variables) => {
        const value = b.inline(by, variables)['value']!;
        return b.inline(f, { ...variables, [input]: value })['value']!;
      }),
    combine,
    fromInteger: (value) => combine([], (_, field) => field.fromInteger(value)),
    fromRational: (value) => combine([], (_, field) => field.fromRational(value)),
    add: (f, g) => combine([f, g], (_, field, [x, y]) => field.add(x!, y!)),
    subtract: (f, g) => combine([f, g], (_, field, [x, y]) => field.subtract(x!, y!)),
    negate: (f) => combine([f], (_, field, [x]) => field.negate(x!)),
    multiply: (f, g) =>
      f === zero || g === zero ? zero : combine([f, g], (_, field, [x, y]) => field.multiply(x!, y!)),
    divide: (f, g) => combine([f, g], (_, field, [x, y]) => field.divide(x!, y!)),
    sum: (functions) => combine(functions, (_, field, values) => field.sum(values)),
    isZero: (f) => f === zero,
    pivotQuality: (f) => (f === zero ? 0 : 1),
    exp: (f) => combine([f], (_, field, [x]) => field.exp(x!)),
    log: (f) => combine([f], (_, field, [x]) => field.log(x!)),
    sin: (f) => combine([f], (_, field, [x]) => field.sin(x!)),
    cos: (f) => combine([f], (_, field, [x]) => field.cos(x!)),
    tan: (f) => combine([f], (_, field, [x]) => field.tan(x!)),
    erf: (f) => combine([f], (_, field, [x]) => field.erf(x!)),
    besselRatio: (f) => combine([f], (_, field, [x]) => field.besselRatio(x!)),
    logBesselI0: (f) => combine([f], (_, field, [x]) => field.logBesselI0(x!)),
    polygamma: (order, f) => combine([f], (_, field, [x]) => field.polygamma(order, x!)),
    power: (f, exponent) => combine([f], (_, field, [x]) => field.power(x!, exponent)),
    partial,
  };
}

/** The derivative of a function that does not depend on the coordinate, as `jvp` writes it. */
function isLiteralZero({ equations }: Program): boolean {
  // Without equations the output is an input.
  return (
    equations.length > 0 &&
    equations.every(({ primitive, attributes }) =>
      primitive === 'constant'
        ? (attributes as { value: Tensor }).value.data.every((x) => x === 0)
        : primitive === 'broadcast',
    )
  );
}
