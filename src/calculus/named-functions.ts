import { integer, rational, rationalToNumber } from '../algebra/index.ts';
import { UnsupportedError } from '../errors.ts';
import { constantValue } from './elementary-field.ts';
import type { Expression, FunctionName } from './expression.ts';

/** A function by the name under which expressions apply it. */
export interface NamedFunction {
  /** As it is called, for messages: `beta(a, b)`. */
  readonly usage: string;
  /** The expression for these arguments; `null` where they do not fit. */
  readonly apply: (args: readonly Expression[]) => Expression | null;
}

/** The functions that expressions may apply, by name. Those that are not kernels are written in terms of others. */
export const namedFunctions: Readonly<Record<string, NamedFunction>> = {
  exp: unary('exp(x)', call('exp')),
  log: {
    usage: 'log(x), log(x, base)',
    apply: ([x, base, ...others]) => {
      if (x === undefined || others.length > 0) return null;
      return base === undefined ? call('log')(x) : quotient(call('log')(x), call('log')(base));
    },
  },
  sqrt: unary('sqrt(x)', call('sqrt')),
  sin: unary('sin(x)', call('sin')),
  cos: unary('cos(x)', call('cos')),
  tan: unary('tan(x)', call('tan')),
  sec: unary('sec(x)', (x) => quotient(one, call('cos')(x))),
  csc: unary('csc(x)', (x) => quotient(one, call('sin')(x))),
  cot: unary('cot(x)', (x) => quotient(call('cos')(x), call('sin')(x))),
  sinh: unary('sinh(x)', (x) => quotient(sum(call('exp')(x), negated(call('exp')(negated(x)))), two)),
  cosh: unary('cosh(x)', (x) => quotient(sum(call('exp')(x), call('exp')(negated(x))), two)),
  tanh: unary('tanh(x)', hyperbolicTangent),
  sech: unary('sech(x)', (x) => quotient(two, sum(call('exp')(x), call('exp')(negated(x))))),
  csch: unary('csch(x)', (x) => quotient(two, sum(call('exp')(x), negated(call('exp')(negated(x)))))),
  coth: unary('coth(x)', (x) => quotient(one, hyperbolicTangent(x))),
  cbrt: unary('cbrt(x)', (x) => power(x, quotient(one, number(3)))),
  square: unary('square(x)', (x) => power(x, two)),
  cube: unary('cube(x)', (x) => power(x, number(3))),
  pow: binary('pow(x, y)', power),
  expm1: unary('expm1(x)', (x) => sum(call('exp')(x), negated(one))),
  log1p: unary('log1p(x)', (x) => call('log')(sum(one, x))),
  log2: unary('log2(x)', (x) => quotient(call('log')(x), call('log')(two))),
  log10: unary('log10(x)', (x) => quotient(call('log')(x), call('log')(number(10)))),
  erf: unary('erf(x)', call('erf')),
  besseli: {
    usage: 'besseli(n, x) with n = 0, 1, 2, ...',
    apply: ([order, argument, ...others]) =>
      argument !== undefined && others.length === 0 && order?.kind === 'number' && isSmallWhole(order.value)
        ? besselI(Number(order.value.numerator), argument)
        : null,
  },
  lgamma: unary('lgamma(x)', logGamma),
  gamma: unary('gamma(x)', gamma),
  digamma: unary('digamma(x)', (argument) => ({ kind: 'polygamma', order: 0, argument })),
  polygamma: {
    usage: 'polygamma(n, x) with n = 0, 1, 2, ...',
    apply: ([order, argument, ...others]) =>
      argument !== undefined && others.length === 0 && order?.kind === 'number' && isSmallWhole(order.value)
        ? { kind: 'polygamma', order: Number(order.value.numerator), argument }
        : null,
  },
  beta: binary('beta(a, b)', (a, b) => quotientOfGammas([a, b], [sum(a, b)])),
  factorial: unary('factorial(x)', (x) => gamma(sum(x, one))),
  combinations: binary('combinations(n, k)', (n, k) =>
    quotientOfGammas([sum(n, one)], [sum(k, one), sum(n, negated(k), one)]),
  ),
};

const one = number(1);
const two = number(2);

function number(value: number): Expression {
  return { kind: 'number', value: rational(value) };
}

function call(name: FunctionName): (argument: Expression) => Expression {
  return (argument) => ({ kind: 'call', name, argument });
}

function quotient(numerator: Expression, denominator: Expression): Expression {
  return { kind: 'divide', numerator, denominator };
}

function sum(...terms: readonly Expression[]): Expression {
  return { kind: 'add', terms };
}

function power(base: Expression, exponent: Expression): Expression {
  return { kind: 'power', base, exponent };
}

function negated(of: Expression): Expression {
  return { kind: 'negate', of };
}

/** 1 - 2/(exp(2x) + 1), which stays within the range of doubles for large x. */
function hyperbolicTangent(x: Expression): Expression {
  const square: Expression = call('exp')({ kind: 'multiply', factors: [two, x] });
  return sum(one, negated(quotient(two, sum(square, one))));
}

/**
 * I_n = I_0 (P_n + Q_n I_1/I_0) with polynomials P_n, Q_n in 1/x, both of which satisfy the recurrence
 * I_(k+1) = I_(k-1) - (2k/x) I_k.
 */
function besselI(order: number, x: Expression): Expression {
  const zeroth = call('exp')(call('logBesselI0')(x));
  if (order === 0) return zeroth;
  const [p, q] = [inverseCoefficients(order, 1n, 0n), inverseCoefficients(order, 0n, 1n)];
  const polynomial = (coefficients: readonly bigint[]): Expression =>
    sum(
      ...coefficients.flatMap((c, k): Expression[] => {
        if (c === 0n) return [];
        const power: Expression = { kind: 'power', base: x, exponent: number(-k) };
        return [{ kind: 'multiply', factors: [{ kind: 'number', value: rational(integer(c)) }, power] }];
      }),
    );
  const ratio: Expression = { kind: 'multiply', factors: [polynomial(q), call('besselRatio')(x)] };
  return { kind: 'multiply', factors: [zeroth, sum(polynomial(p), ratio)] };
}

/** The coefficients in powers of 1/x of the solution of the recurrence with these values for I_0 and I_1. */
function inverseCoefficients(order: number, zeroth: bigint, first: bigint): bigint[] {
  let [before, current] = [[zeroth], [first]];
  for (let k = 1; k < order; k++) {
    const next = Array.from({ length: k + 1 }, (_, j) => (before[j] ?? 0n) - BigInt(2 * k) * (current[j - 1] ?? 0n));
    [before, current] = [current, next];
  }
  return current;
}

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

function binary(usage: string, make: (first: Expression, second: Expression) => Expression): NamedFunction {
  return {
    usage,
    apply: ([first, second, ...others]) =>
      first === undefined || second === undefined || others.length > 0 ? null : make(first, second),
  };
}

/**
 * Gamma(x) = exp(log Gamma(x)) for positive x. At a negative number, where the sign of Gamma alternates and log|Gamma| has
 * lost it, Gamma(x) = Gamma(x + m)/(x (x + 1) ... (x + m - 1)), with x + m between 0 and 1.
 */
function gamma(x: Expression): Expression {
  const steps = stepsToPositive(x);
  if (steps === 0) return call('exp')(logGamma(x));
  const factors = Array.from({ length: steps }, (_, j) => sum(x, number(j)));
  return quotient(call('exp')(logGamma(sum(x, number(steps)))), { kind: 'multiply', factors });
}

/** How often 1 has to be added to a negative number that is not whole to make it positive; 0 for all else. */
function stepsToPositive(x: Expression): number {
  const value = constantValue(x);
  if (value === null || value.numerator >= 0 || value.denominator === 1) return 0;
  const steps = Math.ceil(-rationalToNumber(value));
  if (steps <= mostSteps) return steps;
  throw new UnsupportedError(`Gamma is known down to -${mostSteps}, not at ${rationalToNumber(value)}`);
}

/** Arguments of Gamma are moved by at most so many steps. */
const mostSteps = 1000;

/** The product of Gamma over the arguments above, divided by that over those below. */
function quotientOfGammas(above: readonly Expression[], below: readonly Expression[]): Expression {
  if ([...above, ...below].some((x) => stepsToPositive(x) > 0)) {
    return quotient({ kind: 'multiply', factors: above.map(gamma) }, { kind: 'multiply', factors: below.map(gamma) });
  }
  return call('exp')(sum(...above.map(logGamma), ...below.map((x) => negated(logGamma(x)))));
}

function logGamma(argument: Expression): Expression {
  return { kind: 'polygamma', order: -1, argument };
}
