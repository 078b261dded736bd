/** Lemma 12: how far an estimator is from the information, with which probability. */
import { assume, by, experiment, inequality, start, statement, term } from 'fisher-rao';
import { constant, i, j } from './exponential-outputs.ts';
import { range, total } from './lists.ts';
import { average, combined, estimates, frobenius, meanEstimate, outer, type Which } from './network-estimates.ts';
import { totalVariance } from './network-norms.ts';
import { drawnLabels } from './network-samples.ts';
import { analysed, drawFewLabels, drawNetwork, labelDerivatives, type NetworkCase } from './networks.ts';
import { errorsOf, f, lawOfSamples, mean, N, P, probability, ε, ω } from './sampling-errors.ts';

const { divide, multiply, subtract, sum } = term;

/** The errors of either estimator, and the square of the radius. */
const errors = errorsOf('d', 'V');
const r = constant('r');
const radius = assume.equation('r = sum_ij Var/(ε N)', r(), divide(errors.totalVariance, multiply(ε(), N())));
const outside = assume.inequality('where f is 1, |d|^2 > r', multiply(f(ω), r()), errors.squaredNorm);

export const lemmaTwelve = statement({
  label: 'V-L12',
  title:
    'Lemma 12: |I_k - I|^2 exceeds r = sum_ij Var/(ε N) > 0 with probability at most ε, for either estimator: any N, outputs, network and law; V-0 gives the mean squares',
  given: [...lawOfSamples, assume.positive(r), assume.positive(ε), errors.rate, outside, radius],
  claim: inequality(probability, ε()),
  expected: 'proved',
  proof: () => {
    const each = multiply(P(ω), errors.square);
    return start(probability)
      .equals(divide(mean(multiply(f(ω), r())), r()), by.linearity)
      .atMost(
        divide(mean(errors.squaredNorm), r()),
        by.difference(divide(mean(subtract(errors.squaredNorm, multiply(f(ω), r()))), r())),
        by.linearity,
        by.assumption(outside),
      )
      .equals(divide(sum(ω, sum(i, sum(j, each))), r()), by.linearity)
      .equals(divide(sum(i, sum(j, sum(ω, each))), r()), by.interchange)
      .equals(
        divide(multiply(ε(), errors.totalVariance, 1), multiply(ε(), N(), r())),
        by.assumption(errors.rate),
        by.linearity,
      )
      .equals(ε(), by.assumption(radius));
  },
});

const both: readonly Which[] = ['first', 'second'];

export const lemmaTwelveOnNetworks = experiment({
  label: 'V-L12/networks',
  title: 'on random networks: the probability of |I_k - I| <= sqrt(sum Var/(ε N)) for N = 2, over all pairs of labels',
  claim: '1 - ε <= Pr(|I_k - I| <= sqrt(sum_ij Var/(ε N))) for k = 1, 2',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  // Quadrature nodes are no labels: the normal head is in the experiment with drawn labels.
  draw: (seed) => ({
    network: drawFewLabels(4 * Math.floor(seed / 3) + [0, 1, 3][seed % 3]),
    level: 0.05 + (seed % 6) / 7,
  }),
  cases: 60,
  evaluate: async ({ network, level }) => {
    const [at] = await analysed(network as NetworkCase);
    const pairs = estimates([at, at]);
    const coverage = both.map((which) => {
      const mean = meanEstimate(pairs, which);
      // An estimator without variance has an error of rounding.
      const most = Math.sqrt(totalVariance(at, which) / (level * 2)) + 1e-12 * (1 + frobenius(mean));
      const inside = pairs.filter((pair) => frobenius(combined(pair[which], mean, -1)) <= most);
      return total(inside.map(({ weight }) => weight));
    });
    return { left: [1 - level, 1 - level], right: coverage };
  },
});

export const meanSquareError = experiment({
  label: 'V-L12/mean-square',
  title:
    'the step behind it, on random networks: N E|I_k - I|^2 is the sum of the variances, for N = 2 over all pairs of labels',
  claim: 'E|I_k - I|^2 = sum_ij Var/N',
  expected: 'supported',
  tolerance: 1e-10,
  draw: drawFewLabels,
  cases: 24,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const pairs = estimates([at, at]);
    const sides = both.map((which) => {
      const mean = meanEstimate(pairs, which);
      const error = total(pairs.map((pair) => pair.weight * frobenius(combined(pair[which], mean, -1)) ** 2));
      const variance = totalVariance(at, which) / 2;
      const unit = variance + frobenius(mean) ** 2 || 1;
      return [error / unit, variance / unit];
    });
    return { left: sides.map(([error]) => error), right: sides.map(([, variance]) => variance) };
  },
});

export const coverageOfDrawnLabels = experiment({
  label: 'V-L12/drawn-labels',
  title:
    'random networks with normal and Poisson heads at N = 5 drawn labels: the share of 40 samples inside, for ε = 0.2',
  claim: '1 - ε <= share of |I_k - I| <= sqrt(sum_ij Var/(ε N)) for k = 1, 2',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 0,
  draw: (seed) => drawNetwork(4 * seed + 2 + (seed % 2), { hidden: [2] }),
  cases: 4,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const exact = meanEstimate(estimates([at]), 'first');
    const labels = drawnLabels(network, at, 200);
    const { scores, hessians } = await labelDerivatives(network, labels);
    const drawn = range(40).map((k) => ({
      first: average(scores.slice(5 * k, 5 * k + 5).map(outer)),
      second: average(hessians.slice(5 * k, 5 * k + 5).map((matrix) => matrix.map((value) => -value))),
    }));
    const shares = both.map((which) => {
      const most = Math.sqrt(totalVariance(at, which) / (0.2 * 5));
      return drawn.filter((one) => frobenius(combined(one[which], exact, -1)) <= most).length / 40;
    });
    return { left: [0.8, 0.8], right: shares };
  },
});
