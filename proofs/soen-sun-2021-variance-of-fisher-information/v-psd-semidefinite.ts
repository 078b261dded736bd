/** Section 3.3: which estimators are positive semidefinite. */
import {
  assume,
  by,
  equation,
  experiment,
  inequality,
  type SamplePoint,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { symmetricEigenvalues } from 'fisher-rao/methods';
import {
  a,
  b,
  bentOutputs,
  c,
  d,
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
} from './exponential-outputs.ts';
import {
  activation,
  along,
  bias,
  biasOfUnit,
  curvature,
  direction,
  e,
  estimate,
  fromUnits,
  isBiasOfUnit,
  lastLayers,
  noise,
  ofTheLastLayer,
  outputsOfUnits,
  r,
  slopeOfUnit,
  untouched,
  valueAlong,
  weight,
} from './last-layers.ts';
import { frobenius, inUnits } from './network-estimates.ts';
import { bentBy, deviations, drawnLabels, estimatesAt } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { form, secondEstimate, v } from './quadratic-forms.ts';
import { sampleMean, sampleOfLabels, sampleScore, Δ } from './samples-of-labels.ts';
import { informationIsPulledBack } from './v-6-pulled-back.ts';
import { secondEstimator } from './v-8-second-estimator.ts';

const { add, delta, derivative, fraction, multiply, square, subtract, sum } = term;

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

const twiceDifferentiable = [assume.differentiable(h, 2), ...lawWithCovariances];
const slopeIn = (label: string, title: string, coordinate: SamplePoint, value: Term) =>
  statement({
    label,
    title,
    given: lastLayers,
    claim: equation(slope(coordinate, b), value),
    expected: 'proved',
    proof: () =>
      start(slope(coordinate, b))
        .equals(derivative(coordinate, fromUnits), by.assumption(outputsOfUnits))
        .equals(
          value,
          by.differentiation,
          by.derivativeOfSum,
          by.chainRule,
          ...ofTheLastLayer.map(by.assumption),
          by.linearity,
          by.delta,
        ),
  });

export const slopeInAWeight = slopeIn(
  'V-PSD/weight',
  'the slope of an output in a weight of the last layer is the activation of its unit',
  weight,
  multiply(delta(r, b), activation),
);
export const slopeInABias = slopeIn('V-PSD/bias', 'and that in a bias of the last layer is 1', bias, delta(r, b));

export const alongTheNullVector = statement({
  label: 'V-PSD/null-vector',
  title:
    "the second estimator M times the vector w - σ(u_e) c of the weight from unit e to output r and the bias of r, along which no output changes, is Δ_r σ'(u_e) ∂u_e: with Δ = η - mean t",
  given: [...twiceDifferentiable, ...lastLayers],
  claim: equation(
    subtract(estimate(i, weight), multiply(activation, estimate(i, bias))),
    multiply(noise, slopeOfUnit(i)),
  ),
  expected: 'proved',
  proof: () => {
    const through = (of: Term) =>
      add(sum(c, multiply(Δ(c), derivative(i, of))), sum(d, sum(c, multiply(slope(i, d), of, I(d, c)))));
    return start(subtract(estimate(i, weight), multiply(activation, estimate(i, bias))))
      .equals(
        subtract(through(multiply(delta(r, c), activation)), multiply(activation, through(delta(r, c)))),
        by.definition(estimate),
        by.theorem(theoremOf(slopeInAWeight)),
        by.theorem(theoremOf(slopeInABias)),
      )
      .equals(multiply(noise, slopeOfUnit(i)), by.differentiation, by.chainRule, by.linearity, by.delta);
  },
});
export const symmetry = statement({
  label: 'V-PSD/symmetric',
  title: 'M is symmetric',
  given: twiceDifferentiable,
  claim: equation(estimate(i, j), estimate(j, i)),
  expected: 'proved',
  proof: () =>
    start(estimate(i, j)).equals(
      estimate(j, i),
      by.definition(estimate),
      by.definition(I),
      by.symmetryOfDerivatives,
      by.rearrangement,
    ),
});

const withUnits = [...twiceDifferentiable, ...lastLayers, isBiasOfUnit];

export const valueOfTheEstimate = statement({
  label: 'V-PSD/value',
  title:
    "with the bias o of the unit e: x^T M x = -(Δ_r σ'(u_e))^2 (2 - M_oo + 2 M_oo^2) for x = (1 + M_oo^2) (w - σ(u_e) c) - Δ_r σ'(u_e) o",
  given: withUnits,
  claim: equation(along(estimate(i, j)), valueAlong),
  expected: 'proved',
  proof: () => {
    const scale = add(1, square(curvature));
    /** Σ_j x_j M(i, j). */
    const image = (from: SamplePoint): Term =>
      subtract(
        multiply(scale, subtract(estimate(from, weight), multiply(activation, estimate(from, bias)))),
        multiply(noise, estimate(from, biasOfUnit)),
      );
    const simple = (from: SamplePoint): Term =>
      subtract(multiply(scale, noise, slopeOfUnit(from)), multiply(noise, estimate(from, biasOfUnit)));
    const [x, o] = [direction(r, e, i), biasOfUnit];
    const rest = multiply(noise, noise, subtract(curvature, multiply(scale, slopeOfUnit(o))));
    return start(along(estimate(i, j)))
      .equals(sum(i, multiply(x, image(i))), by.definition(direction), by.linearity, by.delta)
      .equals(sum(i, multiply(x, simple(i))), by.theorem(theoremOf(alongTheNullVector)))
      .equals(
        subtract(
          multiply(scale, subtract(simple(weight), multiply(activation, simple(bias)))),
          multiply(noise, simple(biasOfUnit)),
        ),
        by.definition(direction),
        by.linearity,
        by.delta,
      )
      .equals(
        subtract(rest, multiply(scale, noise, subtract(estimate(o, weight), multiply(activation, estimate(o, bias))))),
        ...untouched.map(by.assumption),
        by.theorem(theoremOf(symmetry), { points: { i: weight, j: o } }),
        by.theorem(theoremOf(symmetry), { points: { i: bias, j: o } }),
      )
      .equals(subtract(rest, multiply(scale, noise, noise, slopeOfUnit(o))), by.theorem(theoremOf(alongTheNullVector)))
      .equals(valueAlong, by.assumption(isBiasOfUnit));
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
