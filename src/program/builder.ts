import { ShapeError } from '../errors.ts';
import type {
  Attributes,
  ElementwiseBinary,
  ElementwiseUnary,
  Equation,
  NoAttributes,
  Primitive,
  Variable,
} from './equation.ts';
import { defineProgram, type Port, type Program } from './program.ts';
import {
  type Dtype,
  describeType,
  type Shape,
  sameShape,
  sameType,
  type Tensor,
  type TensorType,
  tensor,
} from './tensor.ts';
import { resultType } from './type-rule.ts';

/** An operand of an elementwise operation: a variable, or a number, which takes the other operand's dtype. */
export type Operand = Variable | number;

/**
 * Emits equations into the program under construction. Each method returns the variable that holds the result, or
 * throws ShapeError. The methods named like a primitive emit that primitive; see `Attributes` for what each computes.
 *
 * `add subtract multiply divide` also take numbers, and broadcast as NumPy does: shapes are aligned at the last
 * axis, a missing axis or one of size 1 repeats. So `b.add(x, bias)` adds `bias: [k]` to each row of `x: [n, k]`.
 */
export interface Builder {
  add(left: Operand, right: Operand): Variable;
  subtract(left: Operand, right: Operand): Variable;
  multiply(left: Operand, right: Operand): Variable;
  divide(left: Operand, right: Operand): Variable;
  negate(operand: Variable): Variable;
  exp(operand: Variable): Variable;
  log(operand: Variable): Variable;
  sqrt(operand: Variable): Variable;
  tanh(operand: Variable): Variable;
  sin(operand: Variable): Variable;
  cos(operand: Variable): Variable;
  /** The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 on. */
  erf(operand: Variable): Variable;
  sign(operand: Variable): Variable;
  /** |x|, written x sign(x): its derivative is sign(x), 0 at 0. */
  absolute(operand: Variable): Variable;
  /** The identity, with derivative zero. */
  stopGradient(operand: Variable): Variable;
  /** Matrix product of the last two axes; leading axes are a batch. Flags transpose an operand first; no copy is made. */
  matmul(left: Variable, right: Variable, flags?: Partial<Attributes['matmul']>): Variable;
  /** Permutes axes; without a permutation it exchanges the last two. */
  transpose(operand: Variable, permutation?: readonly number[]): Variable;
  reshape(operand: Variable, shape: Shape): Variable;
  /** Axis i of the operand becomes axis `axes[i]` of a result of this shape; without axes they align at the last axis. */
  broadcast(operand: Variable, shape: Shape, axes?: readonly number[]): Variable;
  /** Sum over the given axes, which disappear; over all of them when none are given. */
  reduceSum(operand: Variable, axes?: readonly number[]): Variable;
  /** Maximum over the given axes, which disappear; over all of them when none are given. Not differentiable. */
  reduceMax(operand: Variable, axes?: readonly number[]): Variable;
  concatenate(operands: readonly Variable[], axis: number): Variable;
  slice(operand: Variable, start: readonly number[], limit: readonly number[]): Variable;
  pad(operand: Variable, low: readonly number[], high: readonly number[]): Variable;
  /** A tensor known now. */
  constant(value: Tensor): Variable;
  /** The tensor of this type whose entries all equal `value`. */
  full(type: TensorType, value: number): Variable;
  /** Any primitive with all its attributes, for code that treats primitives alike. */
  emit<P extends Primitive>(primitive: P, operands: readonly Variable[], attributes: Attributes[P]): Variable;
  /**
   * Copies the equations of another program here, its inputs replaced by `inputs` (one variable of the right type per
   * name), and returns its outputs by name. This is how programs are composed; `simplify` then shares what is repeated.
   */
  inline(program: Program, inputs: Readonly<Record<string, Variable>>): Record<string, Variable>;
}

const none: NoAttributes = Object.freeze({});

/** The equations emitted so far, and a check that a variable belongs here. */
class Equations {
  readonly list: Equation[] = [];
  readonly #variables: Variable[];

  constructor(inputs: readonly Port[]) {
    this.#variables = inputs.map((input) => input.variable);
  }

  emit<P extends Primitive>(primitive: P, operands: readonly Variable[], attributes: Attributes[P]): Variable {
    for (const operand of operands) {
      if (this.#variables[operand.id] !== operand) {
        throw new ShapeError(
          `${primitive}: operand %${operand.id}: ${describeType(operand.type)} belongs to another program; use inline to bring programs together.`,
        );
      }
    }
    const type = resultType(
      primitive,
      operands.map((operand) => operand.type),
      attributes,
    );
    const result: Variable = Object.freeze({ id: this.#variables.length, type });
    this.#variables.push(result);
    this.list.push(Object.freeze({ primitive, attributes, operands: [...operands], result }) as Equation);
    return result;
  }
}

type Emit = Builder['emit'];

function fullTensor(emit: Emit, type: TensorType, value: number): Variable {
  const literal = emit('constant', [], { value: tensor(type.dtype, [], [value]) });
  return type.shape.length === 0 ? literal : emit('broadcast', [literal], { shape: type.shape, axes: [] });
}

/** The shape both shapes broadcast to, or undefined. */
function commonShape(left: Shape, right: Shape): Shape | undefined {
  const rank = Math.max(left.length, right.length);
  const aligned = (shape: Shape, axis: number): number => shape[axis - rank + shape.length] ?? 1;
  const sizes = Array.from({ length: rank }, (_, axis) => [aligned(left, axis), aligned(right, axis)] as const);
  if (sizes.some(([a, b]) => a !== b && a !== 1 && b !== 1)) return undefined;
  return sizes.map(([a, b]) => Math.max(a, b));
}

/** Repeats the operand to a shape that it aligns with at the last axis; axes of size 1 are dropped, then repeated. */
function stretch(emit: Emit, operand: Variable, shape: Shape): Variable {
  const from = operand.type.shape;
  if (sameShape(from, shape)) return operand;
  const offset = shape.length - from.length;
  const kept = from.flatMap((size, axis) => (size === shape[axis + offset] ? [axis] : []));
  const squeezed =
    kept.length === from.length ? operand : emit('reshape', [operand], { shape: kept.map((axis) => from[axis]!) });
  return emit('broadcast', [squeezed], { shape, axes: kept.map((axis) => axis + offset) });
}

function binary(emit: Emit, primitive: ElementwiseBinary, left: Operand, right: Operand): Variable {
  if (typeof left === 'number' && typeof right === 'number') {
    throw new ShapeError(
      `${primitive}(${left}, ${right}): at least one operand is a variable; compute with numbers in TypeScript.`,
    );
  }
  const lift = (operand: Operand, other: Operand): Variable =>
    typeof operand === 'number'
      ? fullTensor(emit, { dtype: (other as Variable).type.dtype, shape: [] }, operand)
      : operand;
  const [a, b] = [lift(left, right), lift(right, left)];
  const shape = sameType(a.type, b.type) ? a.type.shape : commonShape(a.type.shape, b.type.shape);
  if (!shape) return emit(primitive, [a, b], none);
  return emit(primitive, [stretch(emit, a, shape), stretch(emit, b, shape)], none);
}

function inlineProgram(
  emit: Emit,
  program: Program,
  inputs: Readonly<Record<string, Variable>>,
): Record<string, Variable> {
  const values = new Map<number, Variable>();
  for (const { name, variable } of program.inputs) {
    const value = inputs[name];
    if (!value || !sameType(value.type, variable.type)) {
      const came = value ? describeType(value.type) : `only ${Object.keys(inputs).join(', ') || 'nothing'}`;
      throw new ShapeError(`inline ${program.name}: input "${name}" is ${describeType(variable.type)}; ${came} came.`);
    }
    values.set(variable.id, value);
  }
  for (const { primitive, operands, attributes, result } of program.equations) {
    values.set(
      result.id,
      emit(
        primitive,
        operands.map((operand) => values.get(operand.id)!),
        attributes,
      ),
    );
  }
  return Object.fromEntries(program.outputs.map(({ name, variable }) => [name, values.get(variable.id)!]));
}

function makeBuilder(emit: Emit): Builder {
  const unary =
    (primitive: ElementwiseUnary) =>
    (operand: Variable): Variable =>
      emit(primitive, [operand], none);
  const allAxes = (operand: Variable): number[] => operand.type.shape.map((_, axis) => axis);
  return {
    add: (left, right) => binary(emit, 'add', left, right),
    subtract: (left, right) => binary(emit, 'subtract', left, right),
    multiply: (left, right) => binary(emit, 'multiply', left, right),
    divide: (left, right) => binary(emit, 'divide', left, right),
    negate: unary('negate'),
    exp: unary('exp'),
    log: unary('log'),
    sqrt: unary('sqrt'),
    tanh: unary('tanh'),
    sin: unary('sin'),
    cos: unary('cos'),
    erf: unary('erf'),
    sign: unary('sign'),
    absolute: (operand) => binary(emit, 'multiply', operand, emit('sign', [operand], none)),
    stopGradient: unary('stopGradient'),
    matmul: (left, right, { transposeLeft = false, transposeRight = false } = {}) =>
      emit('matmul', [left, right], { transposeLeft, transposeRight }),
    transpose: (operand, permutation) => {
      const axes = allAxes(operand);
      return emit('transpose', [operand], {
        permutation: permutation ?? [...axes.slice(0, -2), ...axes.slice(-2).reverse()],
      });
    },
    reshape: (operand, shape) => emit('reshape', [operand], { shape }),
    broadcast: (operand, shape, axes) =>
      axes ? emit('broadcast', [operand], { shape, axes }) : stretch(emit, operand, shape),
    reduceSum: (operand, axes) => emit('reduceSum', [operand], { axes: axes ?? allAxes(operand) }),
    reduceMax: (operand, axes) => emit('reduceMax', [operand], { axes: axes ?? allAxes(operand) }),
    concatenate: (operands, axis) => emit('concatenate', operands, { axis }),
    slice: (operand, start, limit) => emit('slice', [operand], { start, limit }),
    pad: (operand, low, high) => emit('pad', [operand], { low, high }),
    constant: (value) => emit('constant', [], { value }),
    full: (type, value) => fullTensor(emit, type, value),
    emit,
    inline: (program, inputs) => inlineProgram(emit, program, inputs),
  };
}

/**
 * Writes a program: `body` receives a builder and the input variables by name and returns the outputs by name.
 * The result is verified. Inputs and outputs keep the order of the records.
 * ```ts
 * const square = buildProgram('square', { x: tensorType('float64', [3]) }, (b, { x }) => ({ y: b.multiply(x, x) }));
 * ```
 * Throws ShapeError where the body is ill-typed.
 */
export function buildProgram<I extends string>(
  name: string,
  inputs: Readonly<Record<I, TensorType>>,
  body: (builder: Builder, variables: Readonly<Record<I, Variable>>) => Readonly<Record<string, Variable>>,
): Program {
  const ports: Port[] = Object.entries<TensorType>(inputs).map(([port, type], id) => ({
    name: port,
    variable: Object.freeze({ id, type }),
  }));
  const equations = new Equations(ports);
  const builder = makeBuilder((primitive, operands, attributes) => equations.emit(primitive, operands, attributes));
  const variables = Object.fromEntries(ports.map((port) => [port.name, port.variable])) as Record<I, Variable>;
  const outputs = Object.entries(body(builder, variables)).map(([port, variable]) => ({ name: port, variable }));
  return defineProgram({ name, inputs: ports, equations: equations.list, outputs });
}

/** The dtype shared by all inputs and constants of a program; ShapeError where they differ or there are none. */
export function dtypeOf(program: Program): Dtype {
  const types = [
    ...program.inputs.map((input) => input.variable.type),
    ...program.equations.map((equation) => equation.result.type),
  ];
  const dtypes = new Set(types.map((type) => type.dtype));
  if (dtypes.size === 1) return types[0]!.dtype;
  throw new ShapeError(
    `program ${program.name}: expected one dtype throughout; found ${[...dtypes].join(', ') || 'no variable'}.`,
  );
}
