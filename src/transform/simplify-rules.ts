import {
  type Attributes,
  type NoAttributes,
  type Primitive,
  type Shape,
  sameShape,
  type Variable,
} from '../program/index.ts';
import { isZero } from './dependence.ts';
import { uniformValue } from './fold.ts';
import type { Simplifier } from './simplifier.ts';

/** A variable of the same value that costs less than the application, or undefined where the rule knows none. */
export type SimplifyRule<A> = (s: Simplifier, operands: readonly Variable[], attributes: A) => Variable | undefined;

const none: NoAttributes = Object.freeze({});

/** The operand of the given primitive, where that is what defines the variable. */
function operandOf(s: Simplifier, variable: Variable, primitive: Primitive): Variable | undefined {
  const equation = s.definitionOf(variable);
  return equation?.primitive === primitive ? equation.operands[0] : undefined;
}

function zeros(s: Simplifier, variable: Variable): boolean {
  return isZero(variable, s.definitionOf);
}

/** (-x)(-y) = x y, and so for quotients. */
function bothNegated(s: Simplifier, primitive: 'multiply' | 'divide', x: Variable, y: Variable): Variable | undefined {
  const [first, second] = [operandOf(s, x, 'negate'), operandOf(s, y, 'negate')];
  return first && second && s.emit(primitive, [first, second], none);
}

function isIdentity(permutation: readonly number[]): boolean {
  return permutation.every((axis, i) => axis === i);
}

/** Whether a permutation exchanges the last two axes and nothing else: what the flags of matmul do. */
function exchangesLastTwo(permutation: readonly number[]): boolean {
  const rank = permutation.length;
  return rank >= 2 && isIdentity(permutation.slice(0, -2)) && permutation[rank - 2] === rank - 1;
}

/** x, transposed, where `variable` is the last-two transpose of x. */
function untransposed(s: Simplifier, variable: Variable): Variable | undefined {
  const equation = s.definitionOf(variable);
  return equation?.primitive === 'transpose' && exchangesLastTwo(equation.attributes.permutation)
    ? equation.operands[0]
    : undefined;
}

function unit(s: Simplifier, variable: Variable): boolean {
  return uniformValue(s.definitionOf, variable) === 1;
}

function broadcast(
  s: Simplifier,
  [operand]: readonly Variable[],
  { shape, axes }: Attributes['broadcast'],
): Variable | undefined {
  if (sameShape(operand!.type.shape, shape)) return operand;
  const inner = s.definitionOf(operand!);
  if (inner?.primitive !== 'broadcast') return undefined;
  return s.emit('broadcast', inner.operands, { shape, axes: inner.attributes.axes.map((axis) => axes[axis]!) });
}

function transpose(
  s: Simplifier,
  [operand]: readonly Variable[],
  { permutation }: Attributes['transpose'],
): Variable | undefined {
  if (isIdentity(permutation)) return operand;
  const inner = s.definitionOf(operand!);
  if (inner?.primitive === 'transpose') {
    const composed = permutation.map((axis) => inner.attributes.permutation[axis]!);
    return s.emit('transpose', inner.operands, { permutation: composed });
  }
  if (inner?.primitive === 'matmul' && exchangesLastTwo(permutation)) {
    const [left, right] = inner.operands;
    const { transposeLeft, transposeRight } = inner.attributes;
    return s.emit('matmul', [right!, left!], { transposeLeft: !transposeRight, transposeRight: !transposeLeft });
  }
  return undefined;
}

function matmul(s: Simplifier, [left, right]: readonly Variable[], flags: Attributes['matmul']): Variable | undefined {
  const [x, y] = [untransposed(s, left!), untransposed(s, right!)];
  if (!x && !y) return undefined;
  return s.emit('matmul', [x ?? left!, y ?? right!], {
    transposeLeft: flags.transposeLeft !== (x !== undefined),
    transposeRight: flags.transposeRight !== (y !== undefined),
  });
}

/** A slice of a slice, or of the one part of a concatenation in which it lies, is a slice of that. */
function slice(
  s: Simplifier,
  [operand]: readonly Variable[],
  { start, limit }: Attributes['slice'],
): Variable | undefined {
  const whole: Shape = operand!.type.shape;
  if (sameShape(limit, whole) && start.every((index) => index === 0)) return operand;
  const inner = s.definitionOf(operand!);
  const from = (part: Variable, corner: readonly number[]): Variable =>
    s.emit('slice', [part], {
      start: start.map((index, axis) => index + corner[axis]!),
      limit: limit.map((index, axis) => index + corner[axis]!),
    });
  if (inner?.primitive === 'slice') return from(inner.operands[0]!, inner.attributes.start);
  if (inner?.primitive !== 'concatenate') return undefined;
  const { axis } = inner.attributes;
  let before = 0;
  for (const part of inner.operands) {
    const size = part.type.shape[axis]!;
    if (before <= start[axis]! && limit[axis]! <= before + size)
      return from(
        part,
        whole.map((_, i) => (i === axis ? -before : 0)),
      );
    before += size;
  }
  return undefined;
}

/** pad(a) + pad(b), b following a along one axis, is pad(concatenate(a, b)): gradients of slices of one vector are such sums. */
function joined(s: Simplifier, x: Variable, y: Variable): Variable | undefined {
  const [first, second] = [s.definitionOf(x), s.definitionOf(y)];
  if (first?.primitive !== 'pad' || second?.primitive !== 'pad') return undefined;
  const [a, b] = [first.operands[0]!, second.operands[0]!];
  const start = first.attributes.low;
  const offset = second.attributes.low.map((low, i) => low - start[i]!);
  const axis = offset.findIndex((distance) => distance !== 0);
  const follows = offset.every((distance, i) =>
    i === axis ? distance === a.type.shape[i] : distance === 0 && a.type.shape[i] === b.type.shape[i],
  );
  if (axis < 0 || !follows) return undefined;
  const parts = [a, b].flatMap((part) => {
    const inner = s.definitionOf(part);
    return inner?.primitive === 'concatenate' && inner.attributes.axis === axis ? inner.operands : [part];
  });
  return s.emit('pad', [s.emit('concatenate', parts, { axis })], { low: start, high: second.attributes.high });
}

/** The exact rules: all hold entry by entry, up to the sign of a zero, also for infinities and NaN (x * 0 = 0 does not, and is not here). */
export const simplifyRules: { readonly [P in Primitive]: SimplifyRule<Attributes[P]> } = {
  add: (s, [x, y]) => {
    if (zeros(s, x!)) return y;
    if (zeros(s, y!)) return x;
    const [first, second] = [operandOf(s, x!, 'negate'), operandOf(s, y!, 'negate')];
    if (second) return s.emit('subtract', [x!, second], none);
    return first ? s.emit('subtract', [y!, first], none) : (joined(s, x!, y!) ?? joined(s, y!, x!));
  },
  subtract: (s, [x, y]) => {
    if (zeros(s, y!)) return x;
    if (zeros(s, x!)) return s.emit('negate', [y!], none);
    const negated = operandOf(s, y!, 'negate');
    return negated && s.emit('add', [x!, negated], none);
  },
  multiply: (s, [x, y]) => {
    if (unit(s, x!)) return y;
    if (unit(s, y!)) return x;
    if (uniformValue(s.definitionOf, x!) === -1) return s.emit('negate', [y!], none);
    if (uniformValue(s.definitionOf, y!) === -1) return s.emit('negate', [x!], none);
    return bothNegated(s, 'multiply', x!, y!);
  },
  divide: (s, [x, y]) => (unit(s, y!) ? x : bothNegated(s, 'divide', x!, y!)),
  negate: (s, [x]) => {
    const difference = s.definitionOf(x!);
    if (difference?.primitive === 'subtract') return s.emit('subtract', difference.operands.toReversed(), none);
    return operandOf(s, x!, 'negate');
  },
  exp: () => undefined,
  log: () => undefined,
  sqrt: () => undefined,
  tanh: () => undefined,
  sin: () => undefined,
  cos: () => undefined,
  erf: () => undefined,
  sign: (s, [x]) => (operandOf(s, x!, 'sign') ? x : undefined),
  stopGradient: (s, [x]) => (operandOf(s, x!, 'stopGradient') ? x : undefined),
  matmul,
  transpose,
  reshape: (s, [operand], { shape }) => {
    if (sameShape(operand!.type.shape, shape)) return operand;
    const inner = operandOf(s, operand!, 'reshape');
    return inner && s.emit('reshape', [inner], { shape });
  },
  broadcast,
  reduceSum: (_, [operand], { axes }) => (axes.length === 0 ? operand : undefined),
  reduceMax: (_, [operand], { axes }) => (axes.length === 0 ? operand : undefined),
  concatenate: (_, operands) => (operands.length === 1 ? operands[0] : undefined),
  slice,
  pad: (_, [operand], { low, high }) => ([...low, ...high].every((count) => count === 0) ? operand : undefined),
  constant: () => undefined,
};
