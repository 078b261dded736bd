import {
  assume,
  bernoulli,
  by,
  calculation,
  equation,
  experiment,
  start,
  statement,
  term,
  theoremOf,
} from 'fisher-rao';
import { a, bend, bentOutputs, i, j, pulledBack } from './exponential-outputs.ts';
import { estimates, inUnits, meanEstimate } from './network-estimates.ts';
import { estimatesAt } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { sampleHessian, sampleOfLabels, ζ } from './samples-of-labels.ts';
import { hessianOfALabel } from './v-8-second-estimator.ts';

const { multiply, negate, subtract, sum } = term;

export const trainedNetworks = experiment({
  label: 'V-D3',
  title:
    'for a trained network the first estimator corresponds to the squared gradient (as printed): a perfect fit, the label being the output, normal labels',
  claim: 'E[I_1] = s s^T at the label',
  expected: 'refuted',
  instances: [drawNetwork(2, { hidden: [3], outputs: 2 })],
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const { first } = await estimatesAt(network, [at.h]);
    return inUnits(first, meanEstimate(estimates([at]), 'first'));
  },
});

export const nearlyDeterministicOutputs = calculation({
  label: 'V-D3/repaired',
  title:
    'it does for nearly deterministic labels: for a coin the mean of the first estimator vanishes at p = 1 together with the squared gradient at the label 1',
  family: bernoulli(),
  symbols: { j: 'real' },
  claim: 'at(E((j*(x - theta))^2), theta, 1) = 0 = at((j*(1 - theta))^2, theta, 1)',
  expected: 'proved',
});

const perfectFit = assume.equation('the statistics of each label of the sample are their means', ζ(a), 0);

export const hessianOfAPerfectFit = statement({
  label: 'V-D3/hessian',
  title:
    'the Hessian at a label whose statistics have their means is minus the information, the mean of the second estimator: any outputs, network and exponential family',
  given: [...bentOutputs, ...sampleOfLabels(2), perfectFit],
  claim: equation(negate(sampleHessian(i, j)), pulledBack(i, j)),
  expected: 'proved',
  proof: () =>
    start(negate(sampleHessian(i, j)))
      .equals(
        negate(subtract(sum(a, multiply(bend(i, j, a), ζ(a))), pulledBack(i, j))),
        by.theorem(theoremOf(hessianOfALabel)),
      )
      .equals(pulledBack(i, j), by.assumption(perfectFit), by.linearity),
});
