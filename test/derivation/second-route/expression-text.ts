import type { calculus } from 'fisher-rao';
import { NoValue } from './outcomes.ts';

const texts = new WeakMap<calculus.Expression, string>();

/**
 * The expression in the syntax of mathjs as it is built, unlike `printExpression`, which brings it to a normal form.
 * Throws {@link NoValue} for functions that the second evaluator does not know.
 */
export function expressionText(e: calculus.Expression): string {
  const known = texts.get(e) ?? written(e);
  texts.set(e, known);
  return known;
}

function written(e: calculus.Expression): string {
  const text = expressionText;
  switch (e.kind) {
    case 'number':
      return `(${e.value.numerator}/${e.value.denominator})`;
    case 'symbol':
      return e.name;
    case 'add':
      return `(${e.terms.map(text).join(' + ')})`;
    case 'multiply':
      return `(${e.factors.map(text).join(' * ')})`;
    case 'negate':
      return `(-${text(e.of)})`;
    case 'divide':
      return `(${text(e.numerator)} / ${text(e.denominator)})`;
    case 'power':
      return `(${text(e.base)} ^ ${text(e.exponent)})`;
    case 'call':
      return `${e.name}(${text(e.argument)})`;
    case 'unknown':
      if (e.orders.some((order) => order > 0)) throw new NoValue(`a derivative of ${e.name} in a density`);
      return `${e.name}(${e.arguments.map(text).join(', ')})`;
    case 'polygamma':
      if (e.order === -1) return `lgamma(${text(e.argument)})`;
      throw new NoValue('polygamma');
  }
}
