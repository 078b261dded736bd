/** (A.2.3), repaired: the sign in front is dropped and the last sum is of the probabilities, not of 1. */
import { by, equation, start, statement, term } from 'fisher-rao';
import { expectation, i, j, p, twiceRegularX, x } from './setting.ts';

const { derivative, divide, sum } = term;

const secondDerivative = derivative(i, derivative(j, p(x)));
const mean = expectation(x, p(x), divide(secondDerivative, p(x)));

export const vanishingTerm = statement({
  label: 'A.2.3/repaired',
  title: 'the second derivatives of the probabilities, relative to these, have mean zero',
  given: twiceRegularX,
  claim: equation(mean, 0),
  expected: 'proved',
  proof: () =>
    start(mean)
      .equals(sum(x, secondDerivative), by.algebra)
      .equals(derivative(i, sum(x, derivative(j, p(x)))), by.derivativeOfSum)
      .equals(derivative(i, derivative(j, sum(x, p(x)))), by.derivativeOfSum)
      .equals(derivative(i, derivative(j, 1)), by.normalisation(p))
      .equals(0, by.differentiation),
});
