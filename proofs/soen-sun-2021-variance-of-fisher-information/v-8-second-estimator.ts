import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import {
  a,
  bend,
  deviation,
  exponentialOutputs,
  hessian,
  i,
  j,
  pulledBack,
  q,
  sampleMean,
  sampleOfLabels,
  t,
  y,
  z,
  η,
} from './exponential-outputs.ts';
import { combined, inUnits, pulledBack as pulled } from './network-estimates.ts';
import { bentBy, deviations, drawnLabels, estimatesAt, libraryEstimates } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { hessianOfANetwork } from './v-5-hessian.ts';

const { add, multiply, negate, subtract, sum } = term;

const formula = add(sum(a, multiply(subtract(η(a), sampleMean(t(a))), bend(i, j, a))), pulledBack(i, j));

export const secondEstimator = statement({
  label: 'V-8',
  title:
    'the second estimator is (η - mean of t over the sample) ∂²h + J^T I J: for any sample, any number of outputs, any network and any exponential family of finitely many labels',
  given: [...exponentialOutputs, sampleOfLabels],
  claim: equation(negate(sampleMean(hessian(i, j))), formula),
  expected: 'proved',
  proof: () => {
    const each = multiply(q(y), bend(i, j, a), z(a));
    const information = multiply(pulledBack(i, j), sum(y, q(y)));
    return start(negate(sampleMean(hessian(i, j))))
      .equals(
        negate(sampleMean(subtract(sum(a, multiply(bend(i, j, a), z(a))), pulledBack(i, j)))),
        by.theorem(theoremOf(hessianOfANetwork)),
      )
      .equals(subtract(information, sum(y, sum(a, each))), by.linearity)
      .equals(subtract(information, sum(a, sum(y, each))), by.interchange)
      .equals(
        subtract(
          information,
          sum(a, multiply(bend(i, j, a), subtract(sampleMean(t(a)), multiply(η(a), sum(y, q(y)))))),
        ),
        by.linearity,
        by.definition(deviation),
      )
      .equals(formula, by.assumption(sampleOfLabels), by.linearity);
  },
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
