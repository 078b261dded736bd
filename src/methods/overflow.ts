import { DomainError } from '../errors.ts';

/**
 * Checks that what outputs and their derivatives add up to is finite.
 * @param what the number, as in `the Fisher matrix has trace`
 * @throws DomainError if it is not.
 */
export function refuseOverflow(value: number, what = 'the Fisher matrix has trace'): void {
  if (Number.isFinite(value)) return;
  throw new DomainError(
    `${what} ${value}: at these parameters and inputs, outputs or their derivatives overflow. Expected finite numbers: scale weights or inputs down, or use float64 instead of float32`,
  );
}
