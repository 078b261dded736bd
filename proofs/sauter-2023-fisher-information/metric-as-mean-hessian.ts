/** (2.2.15) The metric as minus the mean second derivative of the log-probability, here with i and j in either order. */
import { by, type Direction, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { expectation, i, information, j, p, twiceRegularX, x } from './setting.ts';
import { twoFormsOfTheMetric } from './two-forms-of-the-metric.ts';

const { derivative, log, negate } = term;

const metric = information(x, p(x));

const meanHessian = (first: Direction, second: Direction) =>
  negate(expectation(x, p(x), derivative(first, derivative(second, log(p(x))))));

export const metricAsMeanHessian = statement({
  label: '2.2.15',
  title: 'the metric is minus the mean second derivative of the log-probability',
  given: twiceRegularX,
  claim: equation(meanHessian(j, i), metric),
  expected: 'proved',
  proof: () =>
    start(meanHessian(j, i)).equals(metric, by.theorem(theoremOf(twoFormsOfTheMetric), { points: { i: j, j: i } })),
});
