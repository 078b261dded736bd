/** Small numeric means that several experiments share: lists, eigenvalues, quadrature. */
import { symmetricEigenvalues } from 'fisher-rao/methods';

/** 0, 1, ..., count - 1. */
export const evenly = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

/** The eigenvalues of a symmetric matrix, smallest first. */
export const spectrum = (a: readonly (readonly number[])[]): number[] =>
  Array.from(symmetricEigenvalues(Float64Array.from(a.flat()), a.length));

/** The integral of f over (low, high) by Simpson's rule. */
export function integral(f: (x: number) => number, low: number, high: number, intervals = 2000): number {
  const step = (high - low) / intervals;
  let total = f(low) + f(high);
  for (let k = 1; k < intervals; k++) total += (k % 2 === 0 ? 2 : 4) * f(low + k * step);
  return (total * step) / 3;
}
