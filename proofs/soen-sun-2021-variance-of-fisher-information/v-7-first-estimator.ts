import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { a, b, differentiableOutputs, i, j, q, sampleMean, score, slope, y, z } from './exponential-outputs.ts';
import { inUnits, pulledBack } from './network-estimates.ts';
import { centredMoments, drawnLabels, estimatesAt, libraryEstimates } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { scoreOfANetwork } from './v-4-score.ts';

const { multiply, sum } = term;

const formula = sum(a, sum(b, multiply(slope(i, a), slope(j, b), sampleMean(multiply(z(a), z(b))))));

export const firstEstimator = statement({
  label: 'V-7',
  title:
    'the first estimator is J^T [mean of (t - η)(t - η)^T over the sample] J: for any sample, any number of outputs, any network and any exponential family of finitely many labels',
  given: differentiableOutputs,
  claim: equation(sampleMean(multiply(score(i), score(j))), formula),
  expected: 'proved',
  proof: () => {
    const each = multiply(q(y), slope(i, a), slope(j, b), z(a), z(b));
    return start(sampleMean(multiply(score(i), score(j))))
      .equals(
        sampleMean(multiply(sum(a, multiply(slope(i, a), z(a))), sum(b, multiply(slope(j, b), z(b))))),
        by.theorem(theoremOf(scoreOfANetwork)),
      )
      .equals(sum(y, sum(a, sum(b, each))), by.linearity)
      .equals(sum(a, sum(b, sum(y, each))), by.interchange)
      .equals(formula, by.linearity);
  },
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
