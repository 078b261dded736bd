import type { Expression } from '../calculus/index.ts';

/** An expression as text in the syntax that it is read from, as it was written but for spaces and parentheses. */
export function formulaText(e: Expression): string {
  switch (e.kind) {
    case 'number': {
      const { numerator, denominator } = e.value;
      const text = denominator === 1 ? `${numerator}` : `${numerator}/${denominator}`;
      return denominator === 1 && numerator >= 0 ? text : `(${text})`;
    }
    case 'symbol':
      return e.name;
    case 'add':
      return `(${e.terms.map(formulaText).join(' + ')})`.replaceAll(' + -', ' - ');
    case 'multiply':
      return e.factors.map(formulaText).join('*');
    case 'negate':
      return `-${formulaText(e.of)}`;
    case 'divide':
      return `(${formulaText(e.numerator)})/(${formulaText(e.denominator)})`;
    case 'power':
      return `(${formulaText(e.base)})^(${formulaText(e.exponent)})`;
    case 'call':
      return `${e.name}(${formulaText(e.argument)})`;
    case 'polygamma':
      return e.order < 0 ? `lgamma(${formulaText(e.argument)})` : `polygamma(${e.order}, ${formulaText(e.argument)})`;
    case 'unknown': {
      const call = `${e.name}(${e.arguments.map(formulaText).join(', ')})`;
      return e.orders.some((order) => order > 0) ? `partial(${call}, ${e.orders.join(', ')})` : call;
    }
  }
}
