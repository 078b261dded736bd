/** Theorem 10: the probability that the second estimator is positive semidefinite. */
import { calculation, experiment } from 'fisher-rao';
import { symmetricEigenvalues } from 'fisher-rao/methods';
import { randomSource } from 'fisher-rao/network';
import { range, total } from './lists.ts';
import {
  average,
  combined,
  estimates,
  frobenius,
  meanEstimate,
  pairs,
  pulledBack,
  squareOf,
} from './network-estimates.ts';
import { bentBy } from './network-samples.ts';
import { type AtInput, analysed, drawNetwork, type NetworkCase } from './networks.ts';

export const theoremTen = experiment({
  label: 'V-T10',
  title:
    'Theorem 10 speaks of networks at one input (as printed), so that the information of some is positive definite there',
  claim: '1e-9 |I| <= λ_min(I(θ)) of a random network at one input',
  expected: 'refuted',
  relation: 'atMost',
  tolerance: 0,
  certain: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 20,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const information = meanEstimate(estimates([at]), 'first');
    const scale = frobenius(information) || 1;
    const [smallest] = symmetricEigenvalues(
      information.map((value) => value / scale),
      at.parameters,
    );
    return { left: 1e-9, right: smallest };
  },
});

export const theoremTenInOneParameter = calculation({
  label: 'V-T10/repaired',
  title:
    'the step behind it where lambda_min > 0: Chebyshev for the deviation of a coin, of which 1 - p has probability p',
  // The event |deviation| >= c with c = u (1 - p).
  symbols: { p: 'unit', u: 'unit' },
  claim: 'p*(u*(1 - p))^2 <= p*(1 - p)',
  difference: 'p*(1 - p)*((1 - u)*(1 + u) + u^2*p)',
  expected: 'proved',
});

/** A matrix of all parameters, restricted to these. */
const restricted = (matrix: Float64Array, size: number, block: readonly number[]): Float64Array =>
  squareOf(block.length, (i, j) => matrix[block[i] * size + block[j]]);

/** The pair of parameters in which the information is furthest from singular. */
function bestPair(information: Float64Array, size: number): readonly [number, number] {
  const candidates = pairs(size).filter(([i, j]) => i < j);
  const smallest = candidates.map((block) => symmetricEigenvalues(restricted(information, size, block), 2)[0]);
  return candidates[smallest.indexOf(Math.max(...smallest))];
}

const radius = (matrix: Float64Array): number =>
  Math.max(...symmetricEigenvalues(matrix, Math.sqrt(matrix.length)).map(Math.abs));

/** The sums of N labels with their probabilities: of coins, classes and counts; the rest by 2,000 draws. */
function sumsOfLabels(
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

export const theoremTenOnBlocks = experiment({
  label: 'V-T10/blocks',
  title:
    'in two parameters of random networks with two outputs, at N = 20 to 100 labels: the exact probability over all sums of labels (normal ones by 2,000 draws), with the trace of I in place of n_L λ_max',
  claim: '1 - |ρ|^2 tr I(h)/(N λ_min^2) <= Pr(I_2 >= 0)',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => ({
    network: drawNetwork(seed, { hidden: [2], outputs: seed % 4 === 1 ? 2 : 1 + (seed % 2) }),
    N: 20 * (1 + (seed % 5)),
  }),
  cases: 40,
  evaluate: async ({ network, N }) => {
    const given = network as NetworkCase;
    const [at] = await analysed(given);
    const { parameters, outputs } = at;
    const information = pulledBack(at, at.information);
    const block = outputs === 1 ? [bestSingle(information, parameters)] : bestPair(information, parameters);
    const metric = restricted(information, parameters, block);
    const bends = at.curvature.map((matrix) => restricted(matrix, parameters, block));
    const size = block.length;
    const [smallest] = symmetricEigenvalues(metric, size);
    const probability = total(
      sumsOfLabels(at, given.head, N).map(({ sum, weight }) => {
        const estimate = bends.reduce<Float64Array>(
          (matrix, bend, a) => combined(matrix, bend, at.means[a] - sum[a] / N),
          metric,
        );
        return symmetricEigenvalues(estimate, size)[0] >= 0 ? weight : 0;
      }),
    );
    const trace = total(range(outputs).map((a) => at.information[a * (outputs + 1)]));
    const rho = total(bends.map((bend) => radius(bend) ** 2));
    return { left: 1 - (rho * trace) / (N * smallest ** 2), right: probability };
  },
});

const bestSingle = (information: Float64Array, size: number): number => {
  const diagonal = range(size).map((i) => information[i * (size + 1)]);
  return diagonal.indexOf(Math.max(...diagonal));
};

export const theoremTenOnSeveralInputs = experiment({
  label: 'V-T10/several-inputs',
  title:
    'in all parameters of networks with one hidden unit at eight inputs with N labels each, N such that the bound is 1/2: the share of 300 draws of normal labels',
  claim: '1 - sum_m |ρ_m|^2 tr I(h_m)/(M N λ_min^2) <= Pr(I_2 >= 0)',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 0,
  draw: (seed) => drawNetwork(4 * seed + 2, { hidden: [1], outputs: 1, inputs: 8 }),
  cases: 6,
  evaluate: async (network) => {
    const inputs = await analysed(network);
    const { parameters } = inputs[0];
    const information = average(inputs.map((at) => pulledBack(at, at.information)));
    const [smallest] = symmetricEigenvalues(information, parameters);
    const spread = total(inputs.map((at) => radius(at.curvature[0]) ** 2 * at.information[0])) / inputs.length;
    const N = (2 * spread) / smallest ** 2;
    const random = randomSource(9, 1);
    const positive = range(300).filter(() => {
      const noise = average(inputs.map((at) => bentBy(at, [random.normal() / Math.sqrt(N)])));
      return symmetricEigenvalues(combined(information, noise, 1), parameters)[0] >= 0;
    });
    return { left: 0.5, right: positive.length / 300 };
  },
});
