import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { a, b, differentiableOutputs, i, j, observed, scoreAt, slope, z } from './exponential-outputs.ts';
import { combined, inUnits, pulledBack } from './network-estimates.ts';
import { centredMoments, drawnLabels, estimatesAt } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { sampleMean, sampleOfLabels, sampleScore, ζ } from './samples-of-labels.ts';
import { scoreOfANetwork } from './v-4-score.ts';
import { firstEstimator } from './v-7-first-estimator.ts';

const { multiply, subtract, sum } = term;

const difference = subtract(
  multiply(scoreAt(i, observed), scoreAt(j, observed)),
  sampleMean(multiply(sampleScore(i), sampleScore(j))),
);
const slopes = multiply(slope(i, a), slope(j, b));
const formula = sum(
  a,
  sum(b, multiply(slopes, subtract(multiply(z(a, observed), z(b, observed)), sampleMean(multiply(ζ(a), ζ(b)))))),
);

export const differenceToTheSquaredGradient = statement({
  label: 'V-D1',
  title:
    'the squared gradient at an observed label less the first estimator is J^T [(t - η)(t - η)^T there less its mean over the sample] J: any outputs, network and exponential family',
  given: [...differentiableOutputs, ...sampleOfLabels(1)],
  claim: equation(difference, formula),
  expected: 'proved',
  proof: () =>
    start(difference)
      .equals(
        subtract(multiply(scoreAt(i, observed), scoreAt(j, observed)), firstEstimator.claim.right),
        by.theorem(theoremOf(firstEstimator)),
      )
      .equals(
        subtract(
          multiply(sum(a, multiply(slope(i, a), z(a, observed))), sum(b, multiply(slope(j, b), z(b, observed)))),
          firstEstimator.claim.right,
        ),
        by.theorem(theoremOf(scoreOfANetwork)),
      )
      .equals(formula, by.linearity),
});

export const differenceToTheSquaredGradientOnNetworks = experiment({
  label: 'V-D1/networks',
  title: 'on random networks: at one drawn label against the estimator from five others',
  claim: 's s^T at a label - I_1 = J^T [(t - η)(t - η)^T at the label - mean] J',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 20,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const [one, ...others] = drawnLabels(network, at, 6, 2);
    const direct = combined((await estimatesAt(network, [one])).first, (await estimatesAt(network, others)).first, -1);
    const moments = combined(centredMoments(at, [one]), centredMoments(at, others), -1);
    return inUnits(direct, pulledBack(at, moments));
  },
});
