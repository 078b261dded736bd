import { constantValue } from './elementary-field.ts';
import { type Expression, partsOf, symbolsOf } from './expression.ts';

/**
 * For each name under a fractional power or a square root, the common denominator of its exponents: the orders with
 * which a field of closed forms must declare its symbols to hold these expressions.
 */
export function rootOrders(expressions: readonly Expression[]): Map<string, number> {
  const orders = new Map<string, number>();
  const visit = (e: Expression): void => {
    const order = rootOrder(e);
    if (order > 1) {
      for (const name of symbolsOf(partsOf(e)[0])) orders.set(name, leastCommonMultiple(orders.get(name) ?? 1, order));
    }
    partsOf(e).forEach(visit);
  };
  expressions.forEach(visit);
  return orders;
}

function rootOrder(e: Expression): number {
  if (e.kind === 'call' && e.name === 'sqrt') return 2;
  return e.kind === 'power' ? Number(constantValue(e.exponent)?.denominator ?? 1) : 1;
}

function leastCommonMultiple(a: number, b: number): number {
  let multiple = a;
  while (multiple % b !== 0) multiple += a;
  return multiple;
}
