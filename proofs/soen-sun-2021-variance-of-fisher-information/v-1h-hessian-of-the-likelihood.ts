import { by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import {
  expectation,
  i,
  information,
  j,
  p,
  score,
  twiceRegularX,
  x,
} from '../sauter-2023-fisher-information/setting.ts';
import { twoFormsOfTheMetric } from '../sauter-2023-fisher-information/two-forms-of-the-metric.ts';

const { derivative, negate } = term;

const minusMeanHessian = negate(expectation(x, p(x), derivative(i, score(j, p(x)))));

export const hessianOfTheLikelihood = statement({
  label: 'V-1h',
  title: 'the information is minus the mean Hessian of the log-likelihood: for any twice differentiable regular family',
  given: twiceRegularX,
  claim: equation(information(x, p(x)), minusMeanHessian),
  expected: 'proved',
  proof: () => start(information(x, p(x))).equals(minusMeanHessian, by.theorem(theoremOf(twoFormsOfTheMetric))),
});
