/** Means and covariances of sums over independent observations, by induction over their number: the 1/N of section 3. */
import { by, equation, experiment, induction, next, start, statement, term, theoremOf } from 'fisher-rao';
import { jointProbabilityIsNormalised } from '../sauter-2023-fisher-information/joint-probability-is-normalised.ts';
import { f, joint, n, α } from '../sauter-2023-fisher-information/setting.ts';
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
  m2,
  meanOfOne,
  meanOfSample,
  meanOfSum,
  N,
  one,
  otherMeans,
  S,
  secondMoment,
  T,
  u,
  v,
  w,
} from './sums-of-observations.ts';

const { add, multiply, subtract, sum, sumUpTo } = term;

export const meanOfASum = statement({
  label: 'V-0/mean-of-a-sum',
  title: 'the mean of a sum over n independent observations is the sum of their means',
  given: independent,
  claim: equation(meanOfSum(n), sumUpTo(α, n, meanOfOne(α, one(u, α)))),
  expected: 'proved',
  proof: () => {
    const oneMore = meanOfOne(next(n), u(next(n), last));
    return induction(
      n,
      start(meanOfSum(0))
        .equals(0, by.sumOverPairs, by.definition(joint), by.definition(S))
        .equals(sumUpTo(α, 0, meanOfOne(α, one(u, α))), by.lastTerm),
      start(meanOfSum(next(n)))
        .equals(
          sum(v, sum(last, multiply(both, add(S(n, v), u(next(n), last))))),
          by.sumOverPairs,
          by.definition(joint),
          by.definition(S),
        )
        .equals(
          add(multiply(meanOfSum(n), sum(last, f(next(n), last))), multiply(sum(v, joint(n, v)), oneMore)),
          by.linearity,
        )
        .equals(add(meanOfSum(n), oneMore), by.normalisation(f), by.theorem(theoremOf(jointProbabilityIsNormalised)))
        .equals(add(sumUpTo(α, n, meanOfOne(α, one(u, α))), oneMore), by.inductionHypothesis)
        .equals(sumUpTo(α, next(n), meanOfOne(α, one(u, α))), by.lastTerm),
    );
  },
});

export const covarianceOfSumsIsAdditive = statement({
  label: 'V-0/covariance-of-a-sum',
  title: 'the covariance of two sums over n independent observations is the sum of their covariances',
  given: independent,
  claim: equation(covarianceOfSums(n), sumUpTo(α, n, covarianceOfOne(α))),
  expected: 'proved',
  proof: () => {
    const [mS, mT] = [meanOfSample(n, S(n, v)), meanOfSample(n, T(n, v))];
    const [mu, mw] = [meanOfOne(next(n), u(next(n), last)), meanOfOne(next(n), w(next(n), last))];
    const cross = meanOfOne(next(n), multiply(u(next(n), last), w(next(n), last)));
    const [ones, others] = [sum(last, f(next(n), last)), sum(v, joint(n, v))];
    return induction(
      n,
      start(covarianceOfSums(0))
        .equals(0, by.sumOverPairs, by.definition(joint), by.definition(S), by.definition(T))
        .equals(sumUpTo(α, 0, covarianceOfOne(α)), by.lastTerm),
      start(covarianceOfSums(next(n)))
        .equals(
          subtract(
            sum(v, sum(last, multiply(both, add(S(n, v), u(next(n), last)), add(T(n, v), w(next(n), last))))),
            multiply(
              sum(v, sum(last, multiply(both, add(S(n, v), u(next(n), last))))),
              sum(v, sum(last, multiply(both, add(T(n, v), w(next(n), last))))),
            ),
          ),
          by.sumOverPairs,
          by.definition(joint),
          by.definition(S),
          by.definition(T),
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

export const rateOneOverN = statement({
  label: 'V-0',
  title:
    'the covariance of two sums over N draws from one law is N times that of one draw, so that of two means is Cov/N: any N, any law',
  given: [...independent, equalMeans, otherMeans, equalProducts],
  claim: equation(covarianceOfSums(n), multiply(N, subtract(c(), multiply(m(), m2())))),
  expected: 'proved',
  proof: () =>
    start(covarianceOfSums(n))
      .equals(sumUpTo(α, n, covarianceOfOne(α)), by.theorem(theoremOf(covarianceOfSumsIsAdditive)))
      .equals(
        sumUpTo(α, n, subtract(c(), multiply(m(), m2()))),
        by.assumption(equalMeans),
        by.assumption(otherMeans),
        by.assumption(equalProducts),
      )
      .equals(multiply(N, subtract(c(), multiply(m(), m2()))), by.linearity),
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
