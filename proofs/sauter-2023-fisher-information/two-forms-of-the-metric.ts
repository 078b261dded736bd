/** (A.2.1) by the chain (A.2.2): the information is also minus the mean second derivative of the log-probability. */
import { by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { expectation, i, information, j, p, relative, score, twiceRegularX, x } from './setting.ts';
import { vanishingTerm } from './vanishing-term.ts';

const { derivative, divide, log, multiply, negate, square, subtract } = term;

const hessianForm = negate(expectation(x, p(x), derivative(i, derivative(j, log(p(x))))));

/** ∂_i ∂_j p and ∂_i p ∂_j p. */
const second = derivative(i, derivative(j, p(x)));
const product = multiply(derivative(i, p(x)), derivative(j, p(x)));

export const twoFormsOfTheMetric = statement({
  label: 'A.2.1',
  title: 'the two forms of the Fisher information agree',
  given: twiceRegularX,
  claim: equation(information(x, p(x)), hessianForm),
  expected: 'proved',
  proof: () =>
    start(information(x, p(x)))
      .equals(
        subtract(information(x, p(x)), expectation(x, p(x), divide(second, p(x)))),
        by.theorem(theoremOf(vanishingTerm)),
      )
      .equals(
        negate(expectation(x, p(x), subtract(divide(second, p(x)), multiply(score(i, p(x)), score(j, p(x)))))),
        by.linearity,
      )
      .equals(
        negate(expectation(x, p(x), subtract(divide(second, p(x)), divide(product, square(p(x)))))),
        by.logarithmicDerivative,
      )
      .equals(negate(expectation(x, p(x), derivative(i, relative(j, p(x))))), by.differentiation)
      .equals(hessianForm, by.logarithmicDerivative),
});
