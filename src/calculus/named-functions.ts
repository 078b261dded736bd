import type { Expression } from './expression.ts';

/** A function by the name under which expressions apply it. */
export interface NamedFunction {
  /** As it is called, for messages: `beta(a, b)`. */
  readonly usage: string;
  /** The expression for these arguments; `null` where they do not fit. */
  readonly apply: (args: readonly Expression[]) => Expression | null;
}

/** The functions that expressions may apply, by name. Those that are not kernels are written in terms of others. */
export const namedFunctions: Readonly<Record<string, NamedFunction>> = {
  exp: unary('exp(x)', (argument) => ({ kind: 'call', name: 'exp', argument })),
  log: unary('log(x)', (argument) => ({ kind: 'call', name: 'log', argument })),
  sqrt: unary('sqrt(x)', (argument) => ({ kind: 'call', name: 'sqrt', argument })),
  lgamma: unary('lgamma(x)', logGamma),
  gamma: unary('gamma(x)', (argument) => ({ kind: 'call', name: 'exp', argument: logGamma(argument) })),
  digamma: unary('digamma(x)', (argument) => ({ kind: 'polygamma', order: 0, argument })),
  polygamma: {
    usage: 'polygamma(n, x) with n = 0, 1, 2, ...',
    apply: ([order, argument, ...others]) =>
      argument !== undefined && others.length === 0 && order?.kind === 'number' && isSmallWhole(order.value)
        ? { kind: 'polygamma', order: Number(order.value.numerator), argument }
        : null,
  },
  beta: {
    usage: 'beta(a, b)',
    apply: ([a, b, ...others]) => {
      if (a === undefined || b === undefined || others.length > 0) return null;
      const total = logGamma({ kind: 'add', terms: [a, b] });
      const exponent: Expression = { kind: 'add', terms: [logGamma(a), logGamma(b), { kind: 'negate', of: total }] };
      return { kind: 'call', name: 'exp', argument: exponent };
    },
  },
};

/** Orders of polygamma that are within reach of double precision. */
const largestOrder = 100;

function isSmallWhole({
  numerator,
  denominator,
}: {
  readonly numerator: number | bigint;
  readonly denominator: number | bigint;
}): boolean {
  return denominator === 1 && numerator >= 0 && numerator <= largestOrder;
}

function unary(usage: string, make: (argument: Expression) => Expression): NamedFunction {
  return {
    usage,
    apply: ([argument, ...others]) => (argument === undefined || others.length > 0 ? null : make(argument)),
  };
}

function logGamma(argument: Expression): Expression {
  return { kind: 'polygamma', order: -1, argument };
}
