import { evaluateExpression, realNumbers } from '../../src/calculus/index.ts';
import type { Family } from '../../src/families/index.ts';

/** The weight of two neighbouring spins, the field shared evenly between them. */
export type BondWeight = (a: number, b: number) => number;

/** The sum over all rings of the given length of the products of the weights of their bonds, state by state. */
export function ringSum(states: number, length: number, weight: BondWeight): number {
  const sumOver = (spins: readonly number[]): number => {
    if (spins.length === length) {
      return spins.reduce((product, spin, k) => product * weight(spin, spins[(k + 1) % length]), 1);
    }
    return Array.from({ length: states }, (_, spin) => sumOver([...spins, spin])).reduce((a, b) => a + b, 0);
  };
  return sumOver([]);
}

/** The largest eigenvalue of the transfer matrix, by iteration. */
export function largestEigenvalue(states: number, weight: BondWeight): number {
  let vector = new Array<number>(states).fill(1);
  let value = 0;
  for (let step = 0; step < 2000; step++) {
    const next = vector.map((_, a) => vector.reduce((sum, x, b) => sum + weight(a, b) * x, 0));
    value = Math.max(...next);
    vector = next.map((x) => x / value);
  }
  return value;
}

/** psi at a point: minus the log-density where the collective variables vanish. */
export function potentialAt(family: Family, values: Readonly<Record<string, number>>): number {
  const constants = new Map(family.constants.map(({ name, value }) => [name, value]));
  const { variables } = family.sampleSpace;
  return -evaluateExpression(realNumbers, family.logDensity, (name) => {
    const constant = constants.get(name);
    if (constant !== undefined) return realNumbers.fromRational(constant);
    return variables.includes(name) ? 0 : values[name];
  });
}
