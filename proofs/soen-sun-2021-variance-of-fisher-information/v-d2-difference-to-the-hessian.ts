import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import {
  a,
  bend,
  deviation,
  exponentialOutputs,
  hessianAt,
  i,
  j,
  observed,
  pulledBack,
  t,
  z,
} from './exponential-outputs.ts';
import { combined, inUnits } from './network-estimates.ts';
import { bentBy, deviations, drawnLabels, estimatesAt } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { meanDeviation, sampleHessian, sampleMean, sampleOfLabels, T } from './samples-of-labels.ts';
import { hessianOfANetwork } from './v-5-hessian.ts';
import { secondEstimator } from './v-8-second-estimator.ts';

const { multiply, negate, subtract, sum } = term;

const difference = subtract(negate(hessianAt(i, j, observed)), negate(sampleMean(sampleHessian(i, j))));
const formula = sum(a, multiply(subtract(sampleMean(T(a)), t(a, observed)), bend(i, j, a)));

export const differenceToTheHessian = statement({
  label: 'V-D2',
  title:
    'minus the Hessian at an observed label less the second estimator is (mean of t over the sample - t there) ∂²h: any outputs, network and exponential family',
  given: [...exponentialOutputs, ...sampleOfLabels(2)],
  claim: equation(difference, formula),
  expected: 'proved',
  proof: () =>
    start(difference)
      .equals(
        subtract(negate(hessianAt(i, j, observed)), secondEstimator.claim.right),
        by.theorem(theoremOf(secondEstimator)),
      )
      .equals(
        subtract(
          negate(subtract(sum(a, multiply(bend(i, j, a), z(a, observed))), pulledBack(i, j))),
          secondEstimator.claim.right,
        ),
        by.theorem(theoremOf(hessianOfANetwork)),
      )
      .equals(formula, by.linearity, by.definition(deviation), by.definition(meanDeviation)),
});

export const differenceToTheHessianOnNetworks = experiment({
  label: 'V-D2/networks',
  title: 'on random networks: at one drawn label against the estimator from five others',
  claim: '-∂²l at a label - I_2 = (mean t - t at the label) ∂²h',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed, { hidden: [2] }),
  cases: 20,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const [one, ...others] = drawnLabels(network, at, 6, 2);
    const direct = combined(
      (await estimatesAt(network, [one])).second,
      (await estimatesAt(network, others)).second,
      -1,
    );
    const [near, far] = [deviations(at, [one]), deviations(at, others)];
    return inUnits(
      direct,
      bentBy(
        at,
        near.map((value, a_) => value - far[a_]),
      ),
    );
  },
});
