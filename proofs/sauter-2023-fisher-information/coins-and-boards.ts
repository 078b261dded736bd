/** Section 2.1: the Galton board, coins, sufficiency. */

/** The probability of k successes in n trials. */
export function binomialMass(n: number, k: number, p: number): number {
  let log = k * Math.log(p) + (n - k) * Math.log(1 - p);
  for (let j = 1; j <= k; j++) log += Math.log((n - k + j) / j);
  return Math.exp(log);
}

/** All sequences of n tosses. */
export const bits = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, k) => Array.from({ length: n }, (_unused, j) => (k >> j) & 1));

/** The number of heads in a sequence. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The probability of a sequence of tosses of a coin that shows heads with probability theta. */
export const probability = (x: readonly number[], theta: number): number =>
  theta ** sum(x) * (1 - theta) ** (x.length - sum(x));
