/** Section 3.3: which estimators are positive semidefinite. */
import { by, calculation, experiment, inequality, start, statement, type Term, term, theoremOf } from 'fisher-rao';
import { symmetricEigenvalues } from 'fisher-rao/methods';
import { i, j, mean, p, pulledBack, score, withCovariances, y } from './exponential-outputs.ts';
import { frobenius, inUnits } from './network-estimates.ts';
import { bentBy, deviations, drawnLabels, estimatesAt } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { form, v } from './quadratic-forms.ts';
import { sampleMean, sampleOfLabels, sampleScore } from './samples-of-labels.ts';
import { informationIsPulledBack } from './v-6-pulled-back.ts';

const { multiply, square, sum } = term;

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

/**
 * One output h = w s(a) + c of a hidden unit s(a), in the parameters (w, a, c); the second estimator is
 * d ∂²h + M J^T J with a deviation d and M = F''. Along v = (1, e, -s) it is 2 e d s' + e^2 (d w s'' + M w^2 s'^2).
 */
export const indefinite = calculation({
  label: 'V-PSD/second-estimator',
  title:
    "with a hidden unit of slope s' the second estimator has along (1, e, -s) the value 2 e d s' + O(e^2), of both signs unless the deviation d = η - mean t is 0: any unit s, any F",
  symbols: { w: 'real', a: 'real', c: 'real', d: 'real', M: 'positive', e: 'real' },
  functions: ['s'],
  definitions: {
    h: 'w*s(a) + c',
    bend: 'D(D(h, w), w) + 2*e*D(D(h, w), a) + e^2*D(D(h, a), a) - 2*s(a)*(D(D(h, w), c) + e*D(D(h, a), c)) + s(a)^2*D(D(h, c), c)',
    slope: 'D(h, w) + e*D(h, a) - s(a)*D(h, c)',
    value: 'd*bend + M*slope^2',
  },
  claim: 'value = 2*e*d*D(s(a), a) + e^2*(d*w*D(D(s(a), a), a) + M*w^2*D(s(a), a)^2)',
  expected: 'proved',
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
