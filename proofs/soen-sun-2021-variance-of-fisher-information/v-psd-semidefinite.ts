/** Section 3.3: which estimators are positive semidefinite. */
import { assume, by, equation, experiment, inequality, start, statement, type Term, term, theoremOf } from 'fisher-rao';
import { symmetricEigenvalues } from 'fisher-rao/methods';
import { a, bentOutputs, i, j, mean, p, pulledBack, score, withCovariances, y } from './exponential-outputs.ts';
import { along, curvature, estimate, isBiasOfUnit, lastLayers, noise, valueAlong } from './last-layers.ts';
import { valueOfTheEstimate } from './last-layers-null-vector.ts';
import { frobenius, inUnits } from './network-estimates.ts';
import { bentBy, deviations, drawnLabels, estimatesAt } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { form, secondEstimate, v } from './quadratic-forms.ts';
import { sampleMean, sampleOfLabels, sampleScore, Δ } from './samples-of-labels.ts';
import { informationIsPulledBack } from './v-6-pulled-back.ts';
import { secondEstimator } from './v-8-second-estimator.ts';

const { fraction, multiply, square, subtract, sum } = term;

const alongScores = (score_: (along: typeof i) => Term): Term => square(sum(i, multiply(v(i), score_(i))));

export const semidefinite = statement({
  label: 'V-PSD',
  title:
    'the first estimator is positive semidefinite: v^T I_1 v >= 0 for any vector v, any sample and any law of labels',
  given: sampleOfLabels(1).slice(0, 2),
  claim: inequality(0, form(sampleMean(multiply(sampleScore(i), sampleScore(j))))),
  expected: 'proved',
  proof: () =>
    start(0)
      .atMost(sampleMean(alongScores(sampleScore)))
      .equals(form(sampleMean(multiply(sampleScore(i), sampleScore(j)))), by.rearrangement),
});

export const informationIsSemidefinite = statement({
  label: 'V-PSD/information',
  title: 'and so is the information, J^T I(h) J',
  given: withCovariances,
  claim: inequality(0, form(pulledBack(i, j))),
  expected: 'proved',
  proof: () => {
    const each = multiply(p(y), v(i), v(j), score(i), score(j));
    return start(0)
      .atMost(mean(alongScores(score)))
      .equals(sum(y, sum(i, sum(j, each))), by.linearity)
      .equals(sum(i, sum(j, sum(y, each))), by.interchange)
      .equals(form(mean(multiply(score(i), score(j)))), by.linearity)
      .equals(form(pulledBack(i, j)), by.theorem(theoremOf(informationIsPulledBack)));
  },
});

const ofSamples = [...bentOutputs, ...sampleOfLabels(2)];

export const secondEstimatorAlong = statement({
  label: 'V-PSD/second-estimator',
  title:
    "the second estimator of a network with a hidden layer has along x the value -(Δ_r σ'(u_e))^2 (2 - M_oo + 2 M_oo^2) <= 0: any sample, outputs, units, layers below and exponential family",
  given: [...ofSamples, ...lastLayers, isBiasOfUnit],
  claim: equation(along(secondEstimate), valueAlong),
  expected: 'proved',
  proof: () =>
    start(along(secondEstimate))
      .equals(along(secondEstimator.claim.right), by.theorem(theoremOf(secondEstimator)))
      .equals(along(estimate(i, j)), by.definition(estimate))
      .equals(valueAlong, by.theorem(theoremOf(valueOfTheEstimate))),
});

const semidefiniteAlong = assume.inequality('0 <= x^T I_2 x', 0, along(secondEstimate));

export const onlyAtTheMean = statement({
  label: 'V-PSD/only-if',
  title:
    "so where it is positive semidefinite (Δ_r σ'(u_e))^2 <= 0 for every output r and unit e: the mean of t_r is η_r, if a unit of the last hidden layer has a slope other than 0",
  given: [...ofSamples, ...lastLayers, isBiasOfUnit, semidefiniteAlong],
  claim: inequality(square(noise), 0),
  expected: 'proved',
  proof: () => {
    const away = square(subtract(curvature, fraction(1, 4)));
    return start(square(noise))
      .atMost(multiply(fraction(-8, 15), valueAlong), by.difference(multiply(fraction(16, 15), square(noise), away)))
      .equals(multiply(fraction(-8, 15), along(secondEstimate)), by.theorem(theoremOf(secondEstimatorAlong)))
      .atMost(
        0,
        by.difference(multiply(fraction(8, 15), subtract(along(secondEstimate), 0))),
        by.assumption(semidefiniteAlong),
      );
  },
});

const atTheMean = assume.equation('the means of the statistics are their expectations', Δ(a), 0);

export const ifAtTheMean = statement({
  label: 'V-PSD/if',
  title:
    'and where the mean of t is η it is positive semidefinite, being the information: any sample, outputs, network and exponential family',
  given: [...ofSamples, atTheMean],
  claim: inequality(0, form(secondEstimate)),
  expected: 'proved',
  proof: () =>
    start(0)
      .atMost(form(pulledBack(i, j)), by.theorem(theoremOf(informationIsSemidefinite)))
      .equals(form(secondEstimator.claim.right), by.assumption(atTheMean), by.linearity)
      .equals(form(secondEstimate), by.theorem(theoremOf(secondEstimator))),
});

export const indefiniteOnNetworks = experiment({
  label: 'V-PSD/networks',
  title:
    'on random networks with one or two hidden layers, at drawn labels: the second estimator has a negative eigenvalue, unless the mean of the labels is their expectation within 1e-6',
  claim: 'λ_min(I_2) <= -1e-14 |I_2|',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 0,
  draw: (seed) => drawNetwork(seed, { hidden: seed % 2 === 0 ? [2] : [2, 3] }),
  cases: 24,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const labels = drawnLabels(network, at, 3);
    if (frobenius(deviations(at, labels)) < 1e-6) return { left: Number.NaN, right: Number.NaN };
    const { second } = await estimatesAt(network, labels);
    const { left: unit } = inUnits(second, second);
    return { left: symmetricEigenvalues(Float64Array.from(unit), at.parameters)[0], right: -1e-14 };
  },
});

export const definiteAtTheMean = experiment({
  label: 'V-PSD/at-the-mean',
  title: 'where the mean of the labels is their expectation it is the information, which has none',
  claim: '-1e-13 |I| <= λ_min(I_2 - (η - mean t) ∂²h)',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 0,
  draw: (seed) => drawNetwork(seed, { hidden: seed % 2 === 0 ? [2] : [2, 3] }),
  cases: 12,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const labels = drawnLabels(network, at, 3);
    const { second } = await estimatesAt(network, labels);
    const noise = bentBy(at, deviations(at, labels));
    const rest = second.map((value, place) => value - noise[place]);
    const scale = frobenius(second) || 1;
    return {
      left: -1e-13,
      right: symmetricEigenvalues(
        rest.map((value) => value / scale),
        at.parameters,
      )[0],
    };
  },
});

export const firstOnNetworks = experiment({
  label: 'V-PSD/first-estimator-on-networks',
  title: 'the first estimator has no negative eigenvalue at drawn labels',
  claim: '-1e-13 |I_1| <= λ_min(I_1)',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 0,
  draw: (seed) => drawNetwork(seed),
  cases: 16,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const { first } = await estimatesAt(network, drawnLabels(network, at, 3));
    const scale = frobenius(first) || 1;
    return {
      left: -1e-13,
      right: symmetricEigenvalues(
        first.map((value) => value / scale),
        at.parameters,
      )[0],
    };
  },
});
