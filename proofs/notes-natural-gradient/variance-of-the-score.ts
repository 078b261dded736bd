/** N-6, N-7: the covariance of the score is the mean of its products, since the score has mean zero. */
import { by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { meanScoreIsZero } from './mean-score-is-zero.ts';
import { expectation, i, information, j, p, regularX, scoreAlong, x } from './setting.ts';

const { add, multiply, negate, subtract, sum } = term;

const [si, sj] = [scoreAlong(i, p(x)), scoreAlong(j, p(x))];
const [mi, mj] = [expectation(x, p(x), si), expectation(x, p(x), sj)];

/** The covariance written out: E[s_i s_j] - E[s_i] E[s_j]. */
const covariance = subtract(expectation(x, p(x), multiply(si, sj)), multiply(mi, mj));

const claim = equation(covariance, information(x, p(x)));
const proof = () =>
  start(covariance)
    .equals(add(information(x, p(x)), negate(multiply(0, mj))), by.theorem(theoremOf(meanScoreIsZero)))
    .equals(information(x, p(x)), by.algebra);

export const varianceOfTheScore = statement({
  label: 'N-6',
  title: 'the Fisher information is the covariance of the score',
  given: regularX,
  claim,
  expected: 'proved',
  proof,
});

export const matrixForm = statement({
  label: 'N-7',
  title: 'in matrix form it is the mean of the products of the entries of the score',
  given: regularX,
  claim: equation(information(x, p(x)), sum(x, multiply(p(x), si, sj))),
  expected: 'proved',
  proof: () => start(information(x, p(x))).equals(sum(x, multiply(p(x), si, sj)), by.algebra),
});
