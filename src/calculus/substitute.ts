import type { Expression } from './expression.ts';

/** The expression with names replaced; names without a replacement stay. */
export function substitute(e: Expression, replacements: ReadonlyMap<string, Expression>): Expression {
  const inside = (part: Expression): Expression => substitute(part, replacements);
  switch (e.kind) {
    case 'number':
      return e;
    case 'symbol':
      return replacements.get(e.name) ?? e;
    case 'add':
      return { ...e, terms: e.terms.map(inside) };
    case 'multiply':
      return { ...e, factors: e.factors.map(inside) };
    case 'negate':
      return { ...e, of: inside(e.of) };
    case 'divide':
      return { ...e, numerator: inside(e.numerator), denominator: inside(e.denominator) };
    case 'power':
      return { ...e, base: inside(e.base), exponent: inside(e.exponent) };
    case 'call':
    case 'polygamma':
      return { ...e, argument: inside(e.argument) };
    case 'unknown':
      return { ...e, arguments: e.arguments.map(inside) };
  }
}
