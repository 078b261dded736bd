import { by, equation, start, statement, term } from 'fisher-rao';
import { i, j, p, score, twiceRegularX, x } from '../sauter-2023-fisher-information/setting.ts';

const { add, derivative, divide, multiply } = term;

const difference = add(multiply(score(i, p(x)), score(j, p(x))), derivative(i, score(j, p(x))));

export const twoEstimators = statement({
  label: 'V-2e',
  title:
    'the two estimators from one observation, s s and -∂²l, differ by ∂²p/p, which sums to zero over the law: for any regular family',
  given: twiceRegularX,
  claim: equation(difference, divide(derivative(i, derivative(j, p(x))), p(x))),
  expected: 'proved',
  proof: () =>
    start(difference).equals(
      divide(derivative(i, derivative(j, p(x))), p(x)),
      by.logarithmicDerivative,
      by.differentiation,
    ),
});
