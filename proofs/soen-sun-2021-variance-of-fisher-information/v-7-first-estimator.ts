import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { a, b, differentiableOutputs, F, i, j, slope, η } from './exponential-outputs.ts';
import { inUnits, pulledBack } from './network-estimates.ts';
import { centredMoments, drawnLabels, estimatesAt, libraryEstimates } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { atSample, deviationOfSample, sampleMean, sampleOfLabels, sampleScore, T, ζ } from './samples-of-labels.ts';
import { slopeOfTheLogPartition, uncentredScore } from './v-4-score.ts';

const { derivative, multiply, subtract, sum } = term;

const given = [...differentiableOutputs, ...sampleOfLabels(1)];
const scoreAtALabel = sum(a, multiply(slope(i, a), ζ(a)));

export const scoreOfALabel = statement({
  label: 'V-7/label',
  title: 'the score at each label of a sample is J^T (t - η), with the means η of their law',
  given,
  claim: equation(sampleScore(i), scoreAtALabel),
  expected: 'proved',
  proof: () =>
    start(sampleScore(i))
      .equals(subtract(sum(a, multiply(T(a), slope(i, a))), derivative(i, F)), atSample(theoremOf(uncentredScore)))
      .equals(
        subtract(sum(a, multiply(T(a), slope(i, a))), sum(a, multiply(slope(i, a), η(a)))),
        by.theorem(theoremOf(slopeOfTheLogPartition)),
      )
      .equals(scoreAtALabel, by.definition(deviationOfSample), by.linearity),
});

const formula = sum(a, sum(b, multiply(slope(i, a), slope(j, b), sampleMean(multiply(ζ(a), ζ(b))))));

export const firstEstimator = statement({
  label: 'V-7',
  title:
    'the first estimator is J^T [mean of (t - η)(t - η)^T over the sample] J: for any sample, any number of outputs, any network and any exponential family',
  given,
  claim: equation(sampleMean(multiply(sampleScore(i), sampleScore(j))), formula),
  expected: 'proved',
  proof: () =>
    start(sampleMean(multiply(sampleScore(i), sampleScore(j))))
      .equals(
        sampleMean(multiply(sum(a, multiply(slope(i, a), ζ(a))), sum(b, multiply(slope(j, b), ζ(b))))),
        by.theorem(theoremOf(scoreOfALabel)),
      )
      .equals(formula, by.rearrangement),
});

export const firstEstimatorOnNetworks = experiment({
  label: 'V-7/networks',
  title:
    'on random networks with drawn labels: squared scores of the log-likelihood, the formula, and the Monte Carlo Fisher matrix of this package at the same labels',
  claim: 'I_1 = J^T [mean of (t - η)(t - η)^T] J',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 20,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const labels = drawnLabels(network, at, 5);
    const { first } = await estimatesAt(network, labels);
    const library = await libraryEstimates(network, at, 5);
    const sides = [pulledBack(at, centredMoments(at, labels)), library.first].map((other) => inUnits(first, other));
    return { left: sides.flatMap(({ left }) => left), right: sides.flatMap(({ right }) => right) };
  },
});
