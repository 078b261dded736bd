import { rational } from '../algebra/index.ts';
import type { Expression } from '../calculus/index.ts';

/**
 * The logarithm of the absolute value of an expression, taken apart: of products, quotients, powers, roots and
 * exponentials, so that the log-density of an exponential family is free of exponentials. Agrees with log(e) where e is
 * not zero.
 */
export function logarithmOf(e: Expression): Expression {
  switch (e.kind) {
    case 'multiply':
      return { kind: 'add', terms: e.factors.map(logarithmOf) };
    case 'divide':
      return { kind: 'add', terms: [logarithmOf(e.numerator), { kind: 'negate', of: logarithmOf(e.denominator) }] };
    case 'power':
      return { kind: 'multiply', factors: [e.exponent, logarithmOf(e.base)] };
    case 'negate':
      return logarithmOf(e.of);
    case 'call':
      if (e.name === 'exp') return e.argument;
      if (e.name === 'sqrt') return { kind: 'multiply', factors: [half, logarithmOf(e.argument)] };
      return logarithm(e);
    default:
      return logarithm(e);
  }
}

const half: Expression = { kind: 'number', value: rational(1, 2) };

function logarithm(argument: Expression): Expression {
  return { kind: 'call', name: 'log', argument };
}
