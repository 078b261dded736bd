import { by, experiment, inequality, start, statement, term } from 'fisher-rao';
import { bernoulliDivergence, p, x } from './setting.ts';
import { between, laws, r } from './two-laws.ts';

const { divide, gap, log, multiply, sum } = term;

export const divergenceAsMetric = experiment({
  label: 'A-A.4a',
  title: 'the divergence is a metric (as printed): symmetric, with the triangle inequality',
  claim: 'KL(a | b) <= KL(b | a) and KL(a | c) <= KL(a | b) + KL(b | c)',
  expected: 'refuted',
  relation: 'atMost',
  instances: [
    { a: 0.5, b: 0.1, c: 0.1 },
    { a: 0.1, b: 0.5, c: 0.9 },
  ],
  evaluate: ({ a, b, c }) => ({
    left: [bernoulliDivergence(a, b), bernoulliDivergence(a, c)],
    right: [bernoulliDivergence(b, a), bernoulliDivergence(a, b) + bernoulliDivergence(b, c)],
  }),
});

const meanLogRatio = sum(x, multiply(r(x), log(divide(r(x), p(x)))));

export const divergenceIsNonnegative = statement({
  label: 'A-A.4a/repaired',
  title: 'it is nonnegative for any two laws: the mean of the gaps u - 1 - log u of u = p/r',
  given: [...laws, between],
  claim: inequality(0, meanLogRatio),
  expected: 'proved',
  proof: () =>
    start(0).atMost(
      meanLogRatio,
      by.difference(sum(x, multiply(r(x), gap(divide(p(x), r(x)))))),
      by.linearity,
      by.logarithmOfProduct,
      by.normalisation(p),
      by.normalisation(r),
    ),
});
