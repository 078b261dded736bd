/** (4): the score of a network with exponential family outputs, for any number of outputs. */
import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import {
  a,
  densityAtALabel,
  deviation,
  differentiableOutputs,
  exponentialFamily,
  F,
  i,
  logDensity,
  mean,
  meanScore,
  p,
  score,
  slope,
  t,
  y,
  z,
  η,
} from './exponential-outputs.ts';
import { range, total } from './lists.ts';
import { inUnits } from './network-estimates.ts';
import { analysed, drawNetwork } from './networks.ts';
import { along, deviation as deviationOf, forEachHead, networkMean, output, sumOf } from './symbolic-heads.ts';

const { add, derivative, multiply, subtract, sum } = term;

const uncentred = subtract(sum(a, multiply(t(a), slope(i, a))), derivative(i, F));

export const uncentredScore = statement({
  label: 'V-4/uncentred',
  title: 'the score is Σ_a t_a ∂_i h_a - ∂_i F',
  given: densityAtALabel,
  claim: equation(score(i), uncentred),
  expected: 'proved',
  proof: () =>
    start(score(i))
      .equals(derivative(i, logDensity), by.assumption(exponentialFamily))
      .equals(uncentred, by.differentiation, by.logarithmicDerivative, by.derivativeOfSum, by.linearity),
});

export const slopeOfTheLogPartition = statement({
  label: 'V-4/log-partition',
  title: 'the log-partition changes by the means of the statistics: ∂_i F = Σ_a η_a ∂_i h_a',
  given: differentiableOutputs,
  claim: equation(derivative(i, F), sum(a, multiply(slope(i, a), η(a)))),
  expected: 'proved',
  proof: () => {
    const all = multiply(derivative(i, F), sum(y, p(y)));
    const term_ = multiply(p(y), t(a), slope(i, a));
    return start(derivative(i, F))
      .equals(add(all, mean(score(i))), by.normalisation(p), meanScore())
      .equals(add(all, mean(uncentred)), by.theorem(theoremOf(uncentredScore)))
      .equals(sum(y, sum(a, term_)), by.linearity)
      .equals(sum(a, sum(y, term_)), by.interchange)
      .equals(sum(a, multiply(slope(i, a), η(a))), by.linearity, by.definition(η));
  },
});

export const scoreOfANetwork = statement({
  label: 'V-4',
  title: 'the score is J^T (t - η): for any number of outputs, any network and any exponential family',
  given: differentiableOutputs,
  claim: equation(score(i), sum(a, multiply(slope(i, a), z(a)))),
  expected: 'proved',
  proof: () =>
    start(score(i))
      .equals(uncentred, by.theorem(theoremOf(uncentredScore)))
      .equals(
        subtract(sum(a, multiply(t(a), slope(i, a))), sum(a, multiply(slope(i, a), η(a)))),
        by.theorem(theoremOf(slopeOfTheLogPartition)),
      )
      .equals(sum(a, multiply(slope(i, a), z(a))), by.linearity, by.definition(deviation)),
});

export const [scoreOfBernoulli, scoreOfCategorical, scoreOfNormal, scoreOfPoisson] = forEachHead(
  'V-4',
  'the score is J^T (t - η): the mean square of the difference is zero',
  (head) => {
    const formula = sumOf(head.natural.map((_, place) => `${along(output(place), 'a')}*${deviationOf(head, place)}`));
    return `${networkMean(head, `(D(l, a) - (${formula}))^2`)} = 0`;
  },
);

export const scoreOnNetworks = experiment({
  label: 'V-4/networks',
  title: 'on random networks: derivatives of the log-likelihood of every label, against those of the outputs',
  claim: '∂l = J^T (t - η) for every label',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 60,
  evaluate: async (network) => {
    const [{ labels, scores, means, jacobian, parameters }] = await analysed(network);
    const sides = labels.map((label, k) =>
      inUnits(
        range(parameters).map((i) => total(jacobian.map((row, a) => row[i] * (label[a] - means[a])))),
        scores[k],
      ),
    );
    return { left: sides.flatMap(({ left }) => left), right: sides.flatMap(({ right }) => right) };
  },
});
