/** Means and covariances of sums over independent observations, by induction over their number: the 1/N of section 3. */
import { by, equation, experiment, induction, next, start, statement, term, theoremOf } from 'fisher-rao';
import { jointProbabilityIsNormalised } from '../sauter-2023-fisher-information/joint-probability-is-normalised.ts';
import { f, joint, n, α } from '../sauter-2023-fisher-information/setting.ts';
import { i, j, k, l } from './exponential-outputs.ts';
import { covariance, distance, estimates } from './network-estimates.ts';
import { analysed, drawFewLabels } from './networks.ts';
import {
  both,
  c,
  covarianceOfOne,
  covarianceOfSums,
  equalMeans,
  equalProducts,
  independent,
  last,
  m,
  meanOfOne,
  meanOfSum,
  N,
  one,
  S,
  secondMoment,
  sumOf,
  v,
} from './sums-of-observations.ts';

const { add, multiply, subtract, sum, sumUpTo } = term;

export const meanOfASum = statement({
  label: 'V-0/mean-of-a-sum',
  title: 'the mean of a sum over n independent observations is the sum of their means',
  given: independent,
  claim: equation(meanOfSum(n), sumUpTo(α, n, meanOfOne(α, one(α, i, j)))),
  expected: 'proved',
  proof: () => {
    const oneMore = meanOfOne(next(n), one(next(n), i, j));
    return induction(
      n,
      start(meanOfSum(0))
        .equals(0, by.sumOverPairs, by.definition(joint), by.definition(S))
        .equals(sumUpTo(α, 0, meanOfOne(α, one(α, i, j))), by.lastTerm),
      start(meanOfSum(next(n)))
        .equals(
          sum(v, sum(last, multiply(both, add(sumOf(n, i, j), one(next(n), i, j))))),
          by.sumOverPairs,
          by.definition(joint),
          by.definition(S),
        )
        .equals(
          add(multiply(meanOfSum(n), sum(last, f(next(n), last))), multiply(sum(v, joint(n, v)), oneMore)),
          by.linearity,
        )
        .equals(add(meanOfSum(n), oneMore), by.normalisation(f), by.theorem(theoremOf(jointProbabilityIsNormalised)))
        .equals(add(sumUpTo(α, n, meanOfOne(α, one(α, i, j))), oneMore), by.inductionHypothesis)
        .equals(sumUpTo(α, next(n), meanOfOne(α, one(α, i, j))), by.lastTerm),
    );
  },
});

export const covarianceOfSumsIsAdditive = statement({
  label: 'V-0/covariance-of-a-sum',
  title: 'the covariance of two entries of a sum over n independent observations is the sum of their covariances',
  given: independent,
  claim: equation(covarianceOfSums(n), sumUpTo(α, n, covarianceOfOne(α))),
  expected: 'proved',
  proof: () => {
    const entries = [
      [i, j],
      [k, l],
    ] as const;
    const [mS, mT] = entries.map(([row, column]) => meanOfSum(n, row, column));
    const [mu, mw] = entries.map(([row, column]) => meanOfOne(next(n), one(next(n), row, column)));
    const [longer, other] = entries.map(([row, column]) => add(sumOf(n, row, column), one(next(n), row, column)));
    const cross = meanOfOne(next(n), multiply(one(next(n), i, j), one(next(n), k, l)));
    const [ones, others] = [sum(last, f(next(n), last)), sum(v, joint(n, v))];
    return induction(
      n,
      start(covarianceOfSums(0))
        .equals(0, by.sumOverPairs, by.definition(joint), by.definition(S))
        .equals(sumUpTo(α, 0, covarianceOfOne(α)), by.lastTerm),
      start(covarianceOfSums(next(n)))
        .equals(
          subtract(
            sum(v, sum(last, multiply(both, longer, other))),
            multiply(sum(v, sum(last, multiply(both, longer))), sum(v, sum(last, multiply(both, other)))),
          ),
          by.sumOverPairs,
          by.definition(joint),
          by.definition(S),
        )
        .equals(
          subtract(
            add(multiply(secondMoment(n), ones), multiply(mS, mw), multiply(mT, mu), multiply(others, cross)),
            multiply(add(multiply(mS, ones), multiply(others, mu)), add(multiply(mT, ones), multiply(others, mw))),
          ),
          by.linearity,
        )
        .equals(
          add(subtract(secondMoment(n), multiply(mS, mT)), subtract(cross, multiply(mu, mw))),
          by.normalisation(f),
          by.theorem(theoremOf(jointProbabilityIsNormalised)),
        )
        .equals(add(sumUpTo(α, n, covarianceOfOne(α)), covarianceOfOne(next(n))), by.inductionHypothesis)
        .equals(sumUpTo(α, next(n), covarianceOfOne(α)), by.lastTerm),
    );
  },
});

const ofOne = subtract(c(i, j, k, l), multiply(m(i, j), m(k, l)));

export const rateOneOverN = statement({
  label: 'V-0',
  title:
    'the covariance of two entries of a sum over N draws from one law is N times that of one draw, so that of their means is Cov/N: any N, any law',
  given: [...independent, equalMeans, equalProducts],
  claim: equation(covarianceOfSums(n), multiply(N, ofOne)),
  expected: 'proved',
  proof: () =>
    start(covarianceOfSums(n))
      .equals(sumUpTo(α, n, covarianceOfOne(α)), by.theorem(theoremOf(covarianceOfSumsIsAdditive)))
      .equals(sumUpTo(α, n, ofOne), by.assumption(equalMeans), by.assumption(equalProducts))
      .equals(multiply(N, ofOne), by.linearity),
});

export const rateOnNetworks = experiment({
  label: 'V-0/networks',
  title:
    'on random networks: the covariance of either estimator from two labels, over all pairs of labels, is half of that from one',
  claim: 'Cov for N = 2 is Cov/2 for N = 1, all entries',
  expected: 'supported',
  tolerance: 1e-10,
  draw: drawFewLabels,
  cases: 24,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const [one, two] = [estimates([at]), estimates([at, at])];
    const distances = (['first', 'second'] as const).map((which) =>
      distance(
        covariance(two, which),
        covariance(one, which).map((value) => value / 2),
      ),
    );
    return { left: distances, right: [0, 0] };
  },
});
