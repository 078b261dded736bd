/** (A.1.4), repaired: the second factor is differentiated along j, and the last sum is of the probabilities, not of 1. */
import { by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { scoreHasMeanZero } from './score-has-mean-zero.ts';
import { expectation, i, j, p, q, regularX, regularY, score, x, y } from './setting.ts';

const { multiply, sum } = term;

const crossTerm = sum(x, sum(y, multiply(p(x), q(y), score(i, p(x)), score(j, q(y)))));

export const crossTermsVanish = statement({
  label: 'A.1.4/repaired',
  title: 'scores of independent observations are uncorrelated',
  given: [...regularX, ...regularY],
  claim: equation(crossTerm, 0),
  expected: 'proved',
  proof: () =>
    start(crossTerm)
      .equals(multiply(expectation(x, p(x), score(i, p(x))), expectation(y, q(y), score(j, q(y)))), by.linearity)
      .equals(multiply(0, expectation(y, q(y), score(j, q(y)))), by.theorem(theoremOf(scoreHasMeanZero)))
      .equals(0, by.algebra),
});
