import { by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { meanScoreIsZero } from './n-4-mean-score-is-zero.ts';
import { expectation, information, p, regularX, si, sj, x } from './setting.ts';

const { add, multiply, negate, subtract } = term;

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
