/** (A.1.2) for two independent observations in arbitrary finite spaces. */
import { by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { crossTermsVanish } from './cross-terms-vanish.ts';
import { i, information, j, p, q, regularX, regularY, score, x, y } from './setting.ts';

const { add, multiply, sum } = term;

/** The probability of the pair. */
const pq = multiply(p(x), q(y));

const ofThePair = sum(x, sum(y, multiply(pq, multiply(score(i, pq), score(j, pq)))));

/** The expectation of s_i(x) s_j(y), and that of s_j(x) s_i(y). */
const crossTerm = sum(x, sum(y, multiply(pq, score(i, p(x)), score(j, q(y)))));
const otherCrossTerm = sum(x, sum(y, multiply(pq, score(j, p(x)), score(i, q(y)))));

export const informationOfAPair = statement({
  label: 'A.1.2/pair',
  title: 'the information of two independent observations is the sum of theirs',
  given: [...regularX, ...regularY],
  claim: equation(ofThePair, add(information(x, p(x)), information(y, q(y)))),
  expected: 'proved',
  proof: () =>
    start(ofThePair)
      .equals(
        sum(x, sum(y, multiply(pq, add(score(i, p(x)), score(i, q(y))), add(score(j, p(x)), score(j, q(y)))))),
        by.logarithmicDerivative,
        by.differentiation,
      )
      .equals(
        add(
          multiply(information(x, p(x)), sum(y, q(y))),
          crossTerm,
          otherCrossTerm,
          multiply(sum(x, p(x)), information(y, q(y))),
        ),
        by.linearity,
      )
      .equals(
        add(multiply(information(x, p(x)), sum(y, q(y))), multiply(sum(x, p(x)), information(y, q(y)))),
        by.theorem(theoremOf(crossTermsVanish)),
      )
      .equals(add(information(x, p(x)), information(y, q(y))), by.normalisation(p), by.normalisation(q)),
});
