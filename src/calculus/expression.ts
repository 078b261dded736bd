import type { Rational } from '../algebra/index.ts';

/** The functions of one argument that expressions may apply. */
export type FunctionName = 'exp' | 'log' | 'sqrt' | 'sin' | 'cos' | 'tan' | 'erf' | 'besselRatio' | 'logBesselI0';

/**
 * A formula as it was typed: a tree that is not simplified in any way. `polygamma` is the derivative of order + 1 of
 * log Gamma: log Gamma itself for order -1. `unknown` is an undetermined function, differentiated `orders[i]` times along its
 * argument i.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'add'; readonly terms: readonly Expression[] }
  | { readonly kind: 'multiply'; readonly factors: readonly Expression[] }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'divide'; readonly numerator: Expression; readonly denominator: Expression }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly argument: Expression }
  | { readonly kind: 'polygamma'; readonly order: number; readonly argument: Expression }
  | {
      readonly kind: 'unknown';
      readonly name: string;
      readonly orders: readonly number[];
      readonly arguments: readonly Expression[];
    };

/** The direct parts of an expression. */
export function partsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'symbol':
      return [];
    case 'add':
      return e.terms;
    case 'multiply':
      return e.factors;
    case 'negate':
      return [e.of];
    case 'divide':
      return [e.numerator, e.denominator];
    case 'power':
      return [e.base, e.exponent];
    case 'call':
    case 'polygamma':
      return [e.argument];
    case 'unknown':
      return e.arguments;
  }
}

/** The same expression with other direct parts. */
export function withParts(e: Expression, parts: readonly Expression[]): Expression {
  switch (e.kind) {
    case 'add':
      return { ...e, terms: parts };
    case 'multiply':
      return { ...e, factors: parts };
    case 'negate':
      return { ...e, of: parts[0] };
    case 'divide':
      return { ...e, numerator: parts[0], denominator: parts[1] };
    case 'power':
      return { ...e, base: parts[0], exponent: parts[1] };
    case 'call':
    case 'polygamma':
      return { ...e, argument: parts[0] };
    case 'unknown':
      return { ...e, arguments: parts };
    default:
      return e;
  }
}

/** The names that occur in an expression, each once; those of undetermined functions are not among them. */
export function symbolsOf(e: Expression): string[] {
  return e.kind === 'symbol' ? [e.name] : [...new Set(partsOf(e).flatMap(symbolsOf))];
}
