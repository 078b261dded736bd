import { type Field, type Rational, rational, rationals } from '../algebra/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Expression, FunctionName } from './expression.ts';

/** A field in which the functions that expressions apply can be taken: what an expression needs to be evaluated. */
export interface ElementaryField<E> extends Field<E> {
  fromRational(value: Rational): E;
  exp(a: E): E;
  /** log|a|. */
  log(a: E): E;
  sin(a: E): E;
  cos(a: E): E;
  tan(a: E): E;
  erf(a: E): E;
  /** I1(a)/I0(a), the ratio of modified Bessel functions of the first kind. */
  besselRatio(a: E): E;
  /** log I0(a). */
  logBesselI0(a: E): E;
  /** a^exponent; for exponents that are not whole, a > 0 is presupposed. */
  power(a: E, exponent: Rational): E;
  /** The derivative of order n + 1 of log|Gamma| at a: log|Gamma| for n = -1, digamma for 0, trigamma for 1, ... */
  polygamma(n: number, a: E): E;
  /** An undetermined function of these arguments, differentiated `orders[i]` times along argument i: closed forms have it. */
  unknown?(name: string, args: readonly E[], orders: readonly number[]): E;
}

/**
 * What undetermined functions stand for: the value at `args` of the function with this name, differentiated `orders[i]`
 * times along its argument i. In jets it is the Taylor jet of that function at jets.
 */
export type FunctionMeaning<E> = (name: string, orders: readonly number[], args: readonly E[]) => E;

/** An elementary field with commuting derivations along numbered coordinates. */
export interface DifferentialField<E> extends ElementaryField<E> {
  readonly dimension: number;
  /** The partial derivative along coordinate `index`, 0..dimension-1. */
  partial(a: E, index: number): E;
}

/**
 * The value of an expression where `meaning` gives its names a meaning (and throws for names without one), `functions`
 * its undetermined functions; without it these stay undetermined in closed forms and are refused elsewhere.
 */
export function evaluateExpression<E>(
  field: ElementaryField<E>,
  e: Expression,
  meaning: (name: string) => E,
  functions: FunctionMeaning<E> = undetermined(field),
): E {
  return expressionEvaluator(field, meaning, functions)(e);
}

/** The same as a function of the expression: a part that several expressions share as one object is evaluated once. */
export function expressionEvaluator<E>(
  field: ElementaryField<E>,
  meaning: (name: string) => E,
  functions: FunctionMeaning<E> = undetermined(field),
): (e: Expression) => E {
  const known = new Map<Expression, E>();
  const value = (e: Expression): E => {
    if (e.kind === 'symbol') return meaning(e.name);
    const result = known.get(e) ?? evaluated(e);
    known.set(e, result);
    return result;
  };
  const evaluated = (e: Exclude<Expression, { readonly kind: 'symbol' }>): E => {
    switch (e.kind) {
      case 'number':
        return field.fromRational(e.value);
      case 'add':
        return field.sum(e.terms.map(value));
      case 'multiply':
        return e.factors.map(value).reduce(field.multiply);
      case 'negate':
        return field.negate(value(e.of));
      case 'divide':
        return field.divide(value(e.numerator), value(e.denominator));
      case 'power':
        return power(field, value(e.base), e.exponent, value);
      case 'call':
        return call(field, e.name, value(e.argument));
      case 'polygamma':
        return field.polygamma(e.order, value(e.argument));
      case 'unknown':
        return functions(e.name, e.orders, e.arguments.map(value));
    }
  };
  return value;
}

/** The meaning of undetermined functions where none is given. */
export function undetermined<E>(field: ElementaryField<E>): FunctionMeaning<E> {
  return (name, orders, args) => {
    if (field.unknown !== undefined) return field.unknown(name, args, orders);
    throw new UnsupportedError(`the function ${name} is undetermined: it has a value only where one is given for it`);
  };
}

function power<E>(field: ElementaryField<E>, base: E, exponent: Expression, value: (e: Expression) => E): E {
  const constant = constantValue(exponent);
  if (constant !== null) return field.power(base, constant);
  return field.exp(field.multiply(value(exponent), field.log(base)));
}

function call<E>(field: ElementaryField<E>, name: FunctionName, argument: E): E {
  return name === 'sqrt' ? field.power(argument, rational(1, 2)) : field[name](argument);
}

/** The rational number that an expression without names and functions denotes, otherwise `null`. */
export function constantValue(e: Expression): Rational | null {
  const { add, multiply, negate, divide } = rationals;
  const fold = (parts: readonly Expression[], join: (a: Rational, b: Rational) => Rational): Rational | null =>
    parts.map(constantValue).reduce((a, b) => (a === null || b === null ? null : join(a, b)));
  switch (e.kind) {
    case 'number':
      return e.value;
    case 'add':
      return fold(e.terms, add);
    case 'multiply':
      return fold(e.factors, multiply);
    case 'divide':
      return fold([e.numerator, e.denominator], divide);
    case 'negate':
      return fold([e.of, e.of], (a) => negate(a));
    default:
      return null;
  }
}

/** The whole exponent of a rational, or an {@link UnsupportedError} that names what has no such power here. */
export function wholeExponent(exponent: Rational, what: string): number {
  if (exponent.denominator === 1 && typeof exponent.numerator === 'number') return exponent.numerator;
  throw new UnsupportedError(
    `${what} to the power ${exponent.numerator}/${exponent.denominator} has no closed form here: roots are taken of names declared positive and their products only`,
  );
}
