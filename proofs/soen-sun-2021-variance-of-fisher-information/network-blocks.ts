/** Blocks of parameters, and the sums of N labels of a network with their probabilities. */
import { symmetricEigenvalues } from 'fisher-rao/methods';
import { randomSource } from 'fisher-rao/network';
import { range } from './lists.ts';
import { pairs, squareOf } from './network-estimates.ts';
import type { AtInput, NetworkCase } from './networks.ts';

/** A matrix of all parameters, restricted to these. */
export const restricted = (matrix: Float64Array, size: number, block: readonly number[]): Float64Array =>
  squareOf(block.length, (i, j) => matrix[block[i] * size + block[j]]);

/** The pair of parameters in which the information is furthest from singular. */
export function bestPair(information: Float64Array, size: number): readonly [number, number] {
  const candidates = pairs(size).filter(([i, j]) => i < j);
  const smallest = candidates.map((block) => symmetricEigenvalues(restricted(information, size, block), 2)[0]);
  return candidates[smallest.indexOf(Math.max(...smallest))];
}

/** The spectral radius. */
export const radius = (matrix: Float64Array): number =>
  Math.max(...symmetricEigenvalues(matrix, Math.sqrt(matrix.length)).map(Math.abs));

/** The sums of N labels with their probabilities: of coins, classes and counts; the rest by 2,000 draws. */
export function sumsOfLabels(
  { means, outputs }: AtInput,
  head: NetworkCase['head'],
  N: number,
): { sum: number[]; weight: number }[] {
  const normal = randomSource(5, N);
  if (head === 'normal') {
    return range(2000).map(() => ({
      sum: means.map((mean) => N * mean + Math.sqrt(N) * normal.normal()),
      weight: 1 / 2000,
    }));
  }
  const one =
    head === 'poisson' ? (mean: number) => poissonMasses(N * mean) : (mean: number) => binomialMasses(N, mean);
  if (head !== 'categorical') {
    return range(outputs).reduce<{ sum: number[]; weight: number }[]>(
      (all, a) =>
        all.flatMap(({ sum, weight }) =>
          one(means[a]).map((mass, count) => ({ sum: [...sum, count], weight: weight * mass })),
        ),
      [{ sum: [], weight: 1 }],
    );
  }
  // Two classes.
  return binomialMasses(N, means[0]).map((mass, count) => ({ sum: [count, N - count], weight: mass }));
}

function binomialMasses(N: number, p: number): number[] {
  let logarithm = N * Math.log(1 - p);
  return range(N + 1).map((k) => {
    if (k > 0) logarithm += Math.log(((N - k + 1) / k) * (p / (1 - p)));
    return Math.exp(logarithm);
  });
}

function poissonMasses(mean: number): number[] {
  let logarithm = -mean;
  return range(Math.ceil(mean + 10 * Math.sqrt(mean) + 20)).map((k) => {
    if (k > 0) logarithm += Math.log(mean / k);
    return Math.exp(logarithm);
  });
}

/** The parameter with the largest information. */
export const bestSingle = (information: Float64Array, size: number): number => {
  const diagonal = range(size).map((i) => information[i * (size + 1)]);
  return diagonal.indexOf(Math.max(...diagonal));
};
