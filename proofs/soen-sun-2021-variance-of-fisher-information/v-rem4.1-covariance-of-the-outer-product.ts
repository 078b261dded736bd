import { by, equation, start, statement, term } from 'fisher-rao';
import { a, b, c, d, I, K, lawWithFourthMoments, mean, p, y, z } from './exponential-outputs.ts';

const { add, multiply, negate, subtract, sum } = term;

const outer = (first: typeof a, second: typeof a) => multiply(z(first), z(second));

export const covarianceOfTheOuterProduct = statement({
  label: 'V-Rem4.1',
  title:
    'K_abcd - I_ab I_cd is the covariance of the random matrix (t - η)(t - η)^T, whose mean is I(h): any number of outputs, any law',
  given: lawWithFourthMoments,
  claim: equation(
    mean(multiply(subtract(outer(a, b), I(a, b)), subtract(outer(c, d), I(c, d)))),
    subtract(K(a, b, c, d), multiply(I(a, b), I(c, d))),
  ),
  expected: 'proved',
  proof: () =>
    start(mean(multiply(subtract(outer(a, b), I(a, b)), subtract(outer(c, d), I(c, d)))))
      .equals(
        add(K(a, b, c, d), negate(multiply(2, I(a, b), I(c, d))), multiply(I(a, b), I(c, d), sum(y, p(y)))),
        by.linearity,
        by.definition(K),
        by.definition(I),
      )
      .equals(subtract(K(a, b, c, d), multiply(I(a, b), I(c, d))), by.normalisation(p)),
});
