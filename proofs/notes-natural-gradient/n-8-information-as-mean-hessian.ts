/** N-8: as printed the sign is missing. */

import { by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { twoFormsOfTheMetric } from '../sauter-2023-fisher-information/two-forms-of-the-metric.ts';
import { expectation, i, information, j, p, twiceRegularX, x } from './setting.ts';

const { derivative, log, negate } = term;

const meanHessian = expectation(x, p(x), derivative(i, derivative(j, log(p(x)))));

export const informationAsMeanHessian = statement({
  label: 'N-8',
  title: 'the Fisher information is the mean Hessian of the log-likelihood (as printed)',
  given: twiceRegularX,
  claim: equation(information(x, p(x)), meanHessian),
  expected: 'refuted',
});

export const informationAsMinusMeanHessian = statement({
  label: 'N-8/repaired',
  title: 'the Fisher information is minus the mean Hessian of the log-likelihood',
  given: twiceRegularX,
  claim: equation(information(x, p(x)), negate(meanHessian)),
  expected: 'proved',
  proof: () => start(information(x, p(x))).equals(negate(meanHessian), by.theorem(theoremOf(twoFormsOfTheMetric))),
});
