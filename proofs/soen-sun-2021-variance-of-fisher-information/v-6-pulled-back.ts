/** (6): the information of a network is that of its outputs, pulled back. */
import { assume, by, declare, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { fisherImmersion, fisherMatrix, symmetricEigenvalues } from 'fisher-rao/methods';
import {
  a,
  b,
  h,
  I,
  i,
  j,
  lawWithCovariances,
  mean,
  p,
  pulledBack,
  score,
  slope,
  withCovariances,
  y,
  z,
} from './exponential-outputs.ts';
import { range } from './lists.ts';
import {
  average,
  combined,
  estimates,
  frobenius,
  inUnits,
  meanEstimate,
  pulledBack as pulled,
} from './network-estimates.ts';
import { analysed, drawNetwork, pointOf, reference } from './networks.ts';
import { forEachHead, networkMean, pulledBackMetric } from './symbolic-heads.ts';
import { scoreOfANetwork } from './v-4-score.ts';

const { multiply, sum } = term;

export const informationIsPulledBack = statement({
  label: 'V-6',
  title: 'the information is J^T I(h) J: for any number of outputs, any network and any exponential family',
  given: withCovariances,
  claim: equation(mean(multiply(score(i), score(j))), pulledBack(i, j)),
  expected: 'proved',
  proof: () => {
    const each = multiply(p(y), slope(i, a), slope(j, b), z(a), z(b));
    return start(mean(multiply(score(i), score(j))))
      .equals(
        mean(multiply(sum(a, multiply(slope(i, a), z(a))), sum(b, multiply(slope(j, b), z(b))))),
        by.theorem(theoremOf(scoreOfANetwork)),
      )
      .equals(sum(y, sum(a, sum(b, each))), by.linearity)
      .equals(sum(a, sum(b, sum(y, each))), by.interchange)
      .equals(pulledBack(i, j), by.linearity, by.definition(I));
  },
});

export const [pulledBackOfBernoulli, pulledBackOfCategorical, pulledBackOfNormal, pulledBackOfPoisson] = forEachHead(
  'V-6',
  'the information is J^T I(h) J',
  (head) => `${networkMean(head, 'D(l, a)*D(l, b)')} = ${pulledBackMetric(head, 'a', 'b')}`,
);

/** A vector along which no output changes. */
const v = declare.function('v', [i]);
const unchanged = assume.equation('J v = 0', sum(i, multiply(v(i), slope(i, a))), 0);

export const rank = statement({
  label: 'V-6/rank',
  title:
    'I v = 0 for every vector v with J v = 0, so that the rank is at most that of J, and so at most the number of outputs: any outputs, network and law of labels',
  given: [assume.differentiable(h), ...lawWithCovariances, unchanged],
  claim: equation(sum(i, multiply(v(i), pulledBack(i, j))), 0),
  expected: 'proved',
  proof: () =>
    start(sum(i, multiply(v(i), pulledBack(i, j))))
      .equals(sum(a, sum(b, multiply(sum(i, multiply(v(i), slope(i, a))), slope(j, b), I(a, b)))), by.rearrangement)
      .equals(0, by.assumption(unchanged), by.linearity),
});

export const pulledBackOnNetworks = experiment({
  label: 'V-6/networks',
  title:
    'on random networks with one to three inputs: the mean of squared scores over all labels, J^T I J, and the Fisher matrix of this package',
  claim: 'E[s s^T] = J^T I(h) J = F',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed, { inputs: 1 + (seed % 3) }),
  cases: 24,
  evaluate: async (given) => {
    const inputs = await analysed(given);
    const expected = average(inputs.map((at) => meanEstimate(estimates([at]), 'first')));
    const formula = average(inputs.map((at) => pulled(at, at.information)));
    const immersion = await fisherImmersion(pointOf(given), reference);
    const matrix = Float64Array.from((await fisherMatrix(immersion)).to1DArray());
    await immersion.dispose();
    const sides = [formula, matrix].map((other) => inUnits(expected, other));
    return { left: sides.flatMap(({ left }) => left), right: sides.flatMap(({ right }) => right) };
  },
});

export const rankOnNetworks = experiment({
  label: 'V-6/rank-on-networks',
  title: 'at one input all but as many eigenvalues as there are outputs vanish',
  claim: '|λ_k| <= 1e-12 λ_1 for k > n_L',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 0,
  draw: (seed) => drawNetwork(seed),
  cases: 60,
  evaluate: async (given) => {
    const [at] = await analysed(given);
    const information = meanEstimate(estimates([at]), 'first');
    const scale = frobenius(information) || 1;
    const unit = combined(information, information, 1 / scale - 1);
    const values = [...symmetricEigenvalues(unit, at.parameters)].map(Math.abs).sort((x, y) => y - x);
    const rest = values.slice(at.outputs);
    return { left: rest, right: range(rest.length).map(() => 1e-12) };
  },
});
