import { by, equation, start, statement, term } from 'fisher-rao';
import { a, b, c, d, I, K, lawWithFourthMoments, mean, p, y, z } from './exponential-outputs.ts';

const { add, multiply, subtract, sum } = term;

const excess = subtract(K(a, b, c, d), multiply(I(a, b), I(c, d)));
const deviation = (first: typeof a, second: typeof a) => subtract(multiply(z(first), z(second)), I(first, second));
const covariance = mean(multiply(deviation(a, b), deviation(c, d)));

export const covarianceOfTheOuterProduct = statement({
  label: 'V-Rem4.1',
  title:
    'K_abcd - I_ab I_cd is the covariance of the random matrix (t - η)(t - η)^T, whose mean is I(h): any number of outputs, any law',
  given: lawWithFourthMoments,
  claim: equation(excess, covariance),
  expected: 'proved',
  proof: () =>
    start(excess)
      .equals(
        add(K(a, b, c, d), multiply(-2, I(a, b), I(c, d)), multiply(I(a, b), I(c, d), sum(y, p(y)))),
        by.normalisation(p),
      )
      .equals(covariance, by.linearity, by.definition(K), by.definition(I)),
});
