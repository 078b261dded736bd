/** The expectation of the score vanishes: what A.1.4 and A.2.3 both come down to. */
import { by, equation, start, statement, term } from 'fisher-rao';
import { expectation, i, p, regularX, score, x } from './setting.ts';

const { derivative, sum } = term;

const mean = expectation(x, p(x), score(i, p(x)));

export const scoreHasMeanZero = statement({
  label: 'A.1.4/score',
  title: 'the score has mean zero',
  given: regularX,
  claim: equation(mean, 0),
  expected: 'proved',
  proof: () =>
    start(mean)
      .equals(sum(x, derivative(i, p(x))), by.logarithmicDerivative)
      .equals(derivative(i, sum(x, p(x))), by.derivativeOfSum)
      .equals(derivative(i, 1), by.normalisation(p))
      .equals(0, by.differentiation),
});
