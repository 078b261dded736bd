import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { a, b, bend, bentOutputs, I, i, j, pulledBack, slope, η } from './exponential-outputs.ts';
import { combined, inUnits, pulledBack as pulled } from './network-estimates.ts';
import { bentBy, deviations, drawnLabels, estimatesAt, libraryEstimates } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import {
  deviationOfSample,
  meanDeviation,
  sampleHessian,
  sampleMean,
  sampleOfLabels,
  Δ,
  ζ,
} from './samples-of-labels.ts';
import { scoreOfALabel } from './v-7-first-estimator.ts';
import { slopeOfTheMeans } from './v-l2-covariance-of-the-statistics.ts';

const { add, derivative, multiply, negate, subtract, sum } = term;

const given = [...bentOutputs, ...sampleOfLabels(2)];
const hessianAtALabel = subtract(sum(a, multiply(bend(i, j, a), ζ(a))), pulledBack(i, j));

export const hessianOfALabel = statement({
  label: 'V-8/label',
  title:
    'the Hessian at each label of a sample is (t - η) ∂²h - J^T I J, with the means η and covariances I of their law',
  given,
  claim: equation(sampleHessian(i, j), hessianAtALabel),
  expected: 'proved',
  proof: () => {
    const noise = sum(a, multiply(bend(i, j, a), ζ(a)));
    const moving = subtract(noise, sum(a, multiply(slope(j, a), sum(b, multiply(slope(i, b), I(a, b))))));
    return start(sampleHessian(i, j))
      .equals(derivative(i, sum(a, multiply(slope(j, a), ζ(a)))), by.theorem(theoremOf(scoreOfALabel)))
      .equals(
        subtract(noise, sum(a, multiply(slope(j, a), derivative(i, η(a))))),
        by.derivativeOfSum,
        by.differentiation,
        by.definition(deviationOfSample),
        by.linearity,
      )
      .equals(moving, by.theorem(theoremOf(slopeOfTheMeans)))
      .equals(hessianAtALabel, by.definition(I), by.rearrangement);
  },
});

const estimator = negate(sampleMean(sampleHessian(i, j)));
const formula = add(sum(a, multiply(Δ(a), bend(i, j, a))), pulledBack(i, j));

export const secondEstimator = statement({
  label: 'V-8',
  title:
    'the second estimator is (η - mean of t over the sample) ∂²h + J^T I J: for any sample, any number of outputs, any network and any exponential family',
  given,
  claim: equation(estimator, formula),
  expected: 'proved',
  proof: () =>
    start(estimator)
      .equals(negate(sampleMean(hessianAtALabel)), by.theorem(theoremOf(hessianOfALabel)))
      .equals(formula, by.definition(deviationOfSample), by.definition(meanDeviation), by.rearrangement),
});

export const secondEstimatorOnNetworks = experiment({
  label: 'V-8/networks',
  title:
    'on random networks with drawn labels: Hessians of the log-likelihood, the formula, and the observed information of this package at the same labels',
  claim: 'I_2 = (η - mean t) ∂²h + J^T I J',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 20,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const labels = drawnLabels(network, at, 5);
    const { second } = await estimatesAt(network, labels);
    const library = await libraryEstimates(network, at, 5);
    const formulaOf = combined(pulled(at, at.information), bentBy(at, deviations(at, labels)), 1);
    const sides = [formulaOf, library.second].map((other) => inUnits(second, other));
    return { left: sides.flatMap(({ left }) => left), right: sides.flatMap(({ right }) => right) };
  },
});
