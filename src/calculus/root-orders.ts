import { constantValue } from './elementary-field.ts';
import { type Expression, partsOf } from './expression.ts';

/**
 * For each name that is a factor under a fractional power or a square root, the common denominator of its exponents: the orders with
 * which a field of closed forms best declares its symbols to hold these expressions. Orders above 60 are left out.
 */
export function rootOrders(expressions: readonly Expression[]): Map<string, number> {
  const orders = new Map<string, number>();
  const visit = (e: Expression): void => {
    const order = rootOrder(e);
    if (order > 1 && order <= finest) {
      for (const name of factorNames(partsOf(e)[0])) orders.set(name, commonOrder(orders.get(name) ?? 1, order));
    }
    partsOf(e).forEach(visit);
  };
  expressions.forEach(visit);
  return orders;
}

/** The names of which an expression is a product of powers, apart from other factors. */
function factorNames(e: Expression): string[] {
  switch (e.kind) {
    case 'symbol':
      return [e.name];
    case 'multiply':
    case 'divide':
      return partsOf(e).flatMap(factorNames);
    case 'power': // an even power may be one of something negative
      return Number(constantValue(e.exponent)?.numerator ?? 1) % 2 === 0 ? [] : factorNames(e.base);
    default:
      return [];
  }
}

function rootOrder(e: Expression): number {
  if (e.kind === 'call' && e.name === 'sqrt') return 2;
  return e.kind === 'power' ? Number(constantValue(e.exponent)?.denominator ?? 1) : 1;
}

/** The finest root of a symbol that becomes its kernel; finer ones are roots of that. */
const finest = 60;

function commonOrder(a: number, b: number): number {
  let multiple = a;
  while (multiple % b !== 0 && multiple <= finest) multiple += a;
  return multiple <= finest ? multiple : a;
}
