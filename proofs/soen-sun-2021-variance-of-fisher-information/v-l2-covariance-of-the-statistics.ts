/** Lemma 2: the information of the outputs is the covariance of the statistics, and the derivative of their means. */
import { assume, by, calculation, declare, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import {
  a,
  b,
  c,
  d,
  deviation,
  differentiableOutputs,
  F,
  I,
  i,
  lawWithMeans,
  mean,
  meanScore,
  p,
  pulledBack,
  regularOutputs,
  score,
  slope,
  t,
  withCovariances,
  y,
  z,
  η,
} from './exponential-outputs.ts';
import { total } from './lists.ts';
import { inUnits, squareOf } from './network-estimates.ts';
import { analysed, drawNetwork } from './networks.ts';
import { allVanish, moment, symbolicHeads } from './symbolic-heads.ts';
import { scoreOfANetwork, slopeOfTheLogPartition } from './v-4-score.ts';
import { informationIsPulledBack } from './v-6-pulled-back.ts';

const { add, delta, derivative, divide, multiply, subtract, sum } = term;

export const centred = statement({
  label: 'V-L2/centred',
  title: 'less η the statistics have mean zero',
  given: lawWithMeans,
  claim: equation(mean(z(a)), 0),
  expected: 'proved',
  proof: () =>
    start(mean(z(a)))
      .equals(subtract(η(a), multiply(η(a), sum(y, p(y)))), by.linearity, by.definition(η), by.definition(deviation))
      .equals(0, by.normalisation(p)),
});

export const slopeOfTheMeans = statement({
  label: 'V-L2/any-outputs',
  title:
    'the covariance of the statistics is the derivative of their means in the outputs, ∂_i η_a = Σ_b Cov(t_a, t_b) ∂_i h_b: for any number of outputs',
  given: regularOutputs,
  claim: equation(derivative(i, η(a)), sum(b, multiply(slope(i, b), I(a, b)))),
  expected: 'proved',
  proof: () => {
    const each = multiply(p(y), slope(i, b), z(b), z(a));
    return start(derivative(i, η(a)))
      .equals(
        sum(y, multiply(p(y), divide(derivative(i, p(y)), p(y)), t(a))),
        by.definition(η),
        by.derivativeOfSum,
        by.differentiation,
      )
      .equals(
        add(mean(multiply(score(i), z(a))), multiply(η(a), mean(score(i)))),
        by.logarithmicDerivative,
        by.linearity,
        by.definition(deviation),
      )
      .equals(mean(multiply(score(i), z(a))), meanScore())
      .equals(mean(multiply(sum(b, multiply(slope(i, b), z(b))), z(a))), by.theorem(theoremOf(scoreOfANetwork)))
      .equals(sum(y, sum(b, each)), by.linearity)
      .equals(sum(b, sum(y, each)), by.interchange)
      .equals(sum(b, multiply(slope(i, b), I(a, b))), by.linearity, by.definition(I));
  },
});

/** The coordinates of θ are the outputs themselves. */
const output = declare.coordinates('o', [c]);
const ofOutputs = assume.equation('o(c) is the output h_c', slope(output(c), a), delta(a, c));

export const lemmaTwo = statement({
  label: 'V-L2',
  title: 'Lemma 2: the information of the outputs is Cov(t), for any number of outputs and any exponential family',
  given: [...withCovariances, ofOutputs],
  claim: equation(mean(multiply(score(output(c)), score(output(d)))), I(c, d)),
  expected: 'proved',
  proof: () =>
    start(mean(multiply(score(output(c)), score(output(d)))))
      .equals(pulledBack(output(c), output(d)), by.theorem(theoremOf(informationIsPulledBack)))
      .equals(I(c, d), by.assumption(ofOutputs), by.delta),
});

export const slopeOfTheMeansInTheOutputs = statement({
  label: 'V-L2/means',
  title: 'and the derivative of the means of the statistics in the outputs, ∂η_c/∂h_d = Cov(t_c, t_d)',
  given: [...regularOutputs, ofOutputs],
  claim: equation(derivative(output(d), η(c)), I(c, d)),
  expected: 'proved',
  proof: () =>
    start(derivative(output(d), η(c)))
      .equals(sum(b, multiply(slope(output(d), b), I(c, b))), by.theorem(theoremOf(slopeOfTheMeans)))
      .equals(I(c, d), by.assumption(ofOutputs), by.delta),
});

export const meansAsSlopes = statement({
  label: 'V-L2/log-partition',
  title: 'which are the derivatives of the log-partition: η_c = ∂F/∂h_c',
  given: [...differentiableOutputs, ofOutputs],
  claim: equation(derivative(output(c), F), η(c)),
  expected: 'proved',
  proof: () =>
    start(derivative(output(c), F))
      .equals(sum(a, multiply(slope(output(c), a), η(a))), by.theorem(theoremOf(slopeOfTheLogPartition)))
      .equals(η(c), by.assumption(ofOutputs), by.delta),
});

/** For every pair of outputs: the Fisher metric of the outputs, the covariance of the statistics, the slope of their means. */
const ofHeads = symbolicHeads.map((head) => {
  const equalities = head.natural.flatMap((first, p) =>
    head.natural
      .slice(p)
      .flatMap((second, q) => [
        `metric(${first}, ${second}) - ${moment(head, [p, p + q])}`,
        `metric(${first}, ${second}) - D(E(${head.statistics[p]}), ${second})`,
      ]),
  );
  return calculation({
    label: `V-L2/${head.name}`,
    title: `Lemma 2: I(h) = Cov(t) = ∂η/∂h; ${head.family.name} labels, ${head.natural.length} outputs`,
    family: head.family,
    symbols: Object.fromEntries(head.natural.map((_, place) => [`m${place + 1}`, 'real'] as const)),
    claim: allVanish(equalities),
    expected: 'proved',
  });
});
export const [lemmaTwoOfBernoulli, lemmaTwoOfCategorical, lemmaTwoOfNormal, lemmaTwoOfPoisson] = ofHeads;

export const lemmaTwoOnNetworks = experiment({
  label: 'V-L2/networks',
  title: 'the covariance of the labels over their law is the second derivative of F: heads of random networks',
  claim: "E[(t - E t)(t - E t)^T] = F''(h)",
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 60,
  evaluate: async (given) => {
    const [{ labels, weights, outputs, information }] = await analysed(given);
    const means = labels[0].map((_, a) => total(labels.map((label, k) => weights[k] * label[a])));
    const covariance = squareOf(outputs, (a, b) =>
      total(labels.map((label, k) => weights[k] * (label[a] - means[a]) * (label[b] - means[b]))),
    );
    return inUnits(covariance, information);
  },
});
