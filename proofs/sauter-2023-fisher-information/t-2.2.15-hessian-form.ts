import { by, calculation, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { expectation, i, information, j, p, twiceRegularX, x } from './setting.ts';
import { twoFormsOfTheMetric } from './two-forms-of-the-metric.ts';

const { derivative, log, negate } = term;

export const hessianForm = calculation({
  label: 'T-2.2.15',
  title:
    'the metric is minus the mean Hessian (as printed, without regularity): the uniform distribution on (0, theta)',
  symbols: { theta: 'positive' },
  // On the support the log-density is -log(theta), whatever the outcome: means are values.
  definitions: { l: '-log(theta)' },
  claim: 'D(l, theta)^2 = -D(D(l, theta), theta)',
  expected: 'refuted',
});

const minusMeanHessian = negate(expectation(x, p(x), derivative(i, derivative(j, log(p(x))))));

export const hessianFormOfRegularFamilies = statement({
  label: 'T-2.2.15/repaired',
  title: 'for a regular family it is',
  given: twiceRegularX,
  claim: equation(information(x, p(x)), minusMeanHessian),
  expected: 'proved',
  proof: () => start(information(x, p(x))).equals(minusMeanHessian, by.theorem(theoremOf(twoFormsOfTheMetric))),
});
