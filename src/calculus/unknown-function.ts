import { rationalFunctions } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import type { ClosedForm, KernelTower } from './kernel.ts';

/**
 * Undetermined functions of a tower: one kernel for each partial derivative at each list of arguments, so that partial
 * derivatives commute. Throws {@link InputError} where there are no arguments, or not one whole order for each.
 */
export function unknownFunctionIn(
  tower: KernelTower,
): (name: string, args: readonly ClosedForm[], orders?: readonly number[]) => ClosedForm {
  return (name, args, orders = args.map(() => 0)) => {
    checkOrders(name, args.length, orders);
    return rationalFunctions.generator(tower.numberOf({ kind: 'unknown', name, orders, arguments: args }));
  };
}

/** Throws {@link InputError} unless there is an argument, and one order 0, 1, 2, ... for each argument. */
export function checkOrders(name: string, count: number, orders: readonly number[]): void {
  const fits = count > 0 && orders.length === count && orders.every((order) => Number.isInteger(order) && order >= 0);
  if (fits) return;
  throw new InputError(
    `a partial derivative of ${name} needs one order 0, 1, 2, ... for each of its ${count} arguments, got (${orders.join(', ')})`,
  );
}
