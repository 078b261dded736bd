import { by, equation, start, statement, term } from 'fisher-rao';
import { centred, information as informationOf, mi, mj, p, regularX, x } from './setting.ts';

const { add, multiply, negate, subtract } = term;

export const covarianceOfTheScore = statement({
  label: 'A-A.6',
  title: 'the covariance of the score is its second moment less the product of the means',
  given: regularX,
  claim: equation(centred, subtract(informationOf(x, p(x)), multiply(mi, mj))),
  expected: 'proved',
  proof: () =>
    start(centred)
      .equals(
        add(informationOf(x, p(x)), negate(multiply(2, mi, mj)), multiply(mi, mj, term.sum(x, p(x)))),
        by.linearity,
      )
      .equals(subtract(informationOf(x, p(x)), multiply(mi, mj)), by.normalisation(p)),
});
