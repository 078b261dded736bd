import { by, equation, start, statement, type Term, term } from 'fisher-rao';
import { i, information, j, p, regularX, score, x } from './setting.ts';

const { derivative, divide, multiply, sum } = term;

const mean = (of: Term | number): Term => sum(x, multiply(p(x), of));

export const metricIsInformation = statement({
  label: 'T-2.2.12',
  title: 'the metric is E[d_i l, d_j l] (as printed, the mean of a pair): the mean of the first entry of the pair',
  given: regularX,
  claim: equation(mean(score(i, p(x))), information(x, p(x))),
  expected: 'refuted',
});

export const metricIsMeanProduct = statement({
  label: 'T-2.2.12/repaired',
  title: 'it is the mean of the product, the sum of d_i p d_j p/p',
  given: regularX,
  claim: equation(information(x, p(x)), sum(x, divide(multiply(derivative(i, p(x)), derivative(j, p(x))), p(x)))),
  expected: 'proved',
  proof: () =>
    start(information(x, p(x))).equals(
      sum(x, divide(multiply(derivative(i, p(x)), derivative(j, p(x))), p(x))),
      by.logarithmicDerivative,
    ),
});
