/** Theorem 4: the covariance of the first estimator. */
import { by, equation, experiment, start, statement, type Term, term, theoremOf } from 'fisher-rao';
import { covarianceForLabels } from './covariance-for-labels.ts';
import {
  a,
  b,
  c,
  d,
  I,
  i,
  j,
  K,
  k,
  l,
  mean,
  p,
  pulledBack,
  score,
  slope,
  withFourthMoments,
  y,
  z,
} from './exponential-outputs.ts';
import { covariance, distance, estimates, firstCovarianceFormula } from './network-estimates.ts';
import { analysed, drawNetwork } from './networks.ts';
import { along, atOutputs, forEachHead, moment, networkMean, output, sumOf, tuples } from './symbolic-heads.ts';
import { scoreOfANetwork } from './v-4-score.ts';
import { informationIsPulledBack } from './v-6-pulled-back.ts';

const { multiply, subtract, sum } = term;

const fourScores = mean(multiply(score(i), score(j), score(k), score(l)));
const covarianceOfScores = subtract(
  fourScores,
  multiply(mean(multiply(score(i), score(j))), mean(multiply(score(k), score(l)))),
);
const jacobians = multiply(slope(i, a), slope(j, b), slope(k, c), slope(l, d));
const excess = subtract(K(a, b, c, d), multiply(I(a, b), I(c, d)));
const overOutputs = (of: Term): Term => sum(a, sum(b, sum(c, sum(d, of))));

export const theoremFour = statement({
  label: 'V-T4',
  title:
    'Theorem 4: Cov(∂_i l ∂_j l, ∂_k l ∂_l l) = ∂_i h_a ∂_j h_b ∂_k h_c ∂_l h_d (K_abcd - I_ab I_cd): for any number of outputs, any network and any exponential family',
  given: withFourthMoments,
  claim: equation(covarianceOfScores, overOutputs(multiply(jacobians, excess))),
  expected: 'proved',
  proof: () => {
    const informations = multiply(pulledBack(i, j), pulledBack(k, l));
    const each = multiply(p(y), jacobians, z(a), z(b), z(c), z(d));
    const scores = multiply(
      sum(a, multiply(slope(i, a), z(a))),
      sum(b, multiply(slope(j, b), z(b))),
      sum(c, multiply(slope(k, c), z(c))),
      sum(d, multiply(slope(l, d), z(d))),
    );
    return start(covarianceOfScores)
      .equals(subtract(fourScores, informations), by.theorem(theoremOf(informationIsPulledBack)))
      .equals(subtract(mean(scores), informations), by.theorem(theoremOf(scoreOfANetwork)))
      .equals(subtract(sum(y, overOutputs(each)), informations), by.linearity)
      .equals(subtract(overOutputs(sum(y, each)), informations), by.interchange)
      .equals(overOutputs(multiply(jacobians, excess)), by.linearity, by.definition(K));
  },
});

export const theoremFourForLabels = covarianceForLabels({
  label: 'V-T4/labels',
  title:
    'so the covariance of two entries of the sum of ∂_i l ∂_j l over N independent labels of the law is N times that, and [Cov(I_1)]_ijkl, of their means, is 1/N of it: any N',
  given: withFourthMoments,
  entry: (row, column) => multiply(score(row), score(column)),
  theorem: theoremFour,
});

export const [theoremFourOfBernoulli, theoremFourOfCategorical, theoremFourOfNormal, theoremFourOfPoisson] =
  forEachHead('V-T4', 'the covariance of the first estimator is J J J J (K - I ⊗ I)', (head) => {
    const names = ['a', 'b', 'c', 'd'];
    const formula = sumOf(
      tuples(head, 4).map((places) => {
        const [p, q, r, s] = places;
        const slopes = places.map((place, position) => along(output(place), names[position])).join('*');
        const factor = `${moment(head, [...places].sort())} - ${moment(head, [p, q])}*${moment(head, [r, s])}`;
        return `${slopes}*${atOutputs(head, `(${factor})`)}`;
      }),
    );
    const products = networkMean(head, 'D(l, a)*D(l, b)*D(l, c)*D(l, d)');
    return `${products} - ${networkMean(head, 'D(l, a)*D(l, b)')}*${networkMean(head, 'D(l, c)*D(l, d)')} = ${formula}`;
  });

export const theoremFourOnNetworks = experiment({
  label: 'V-T4/networks',
  title:
    "on random networks: the covariance of squared scores over all labels, every entry of the p^4, against the formula with F'''' and F''",
  claim: 'Cov(s_i s_j, s_k s_l) = J_ai J_bj J_ck J_dl (K_abcd - I_ab I_cd)',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 60,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    return { left: distance(covariance(estimates([at]), 'first'), firstCovarianceFormula(at)), right: 0 };
  },
});
