/** A-A.5, A-A.6, A-A.7: the score, and the information as its covariance and second moment. */
import { by, calculation, declare, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { scoreHasMeanZero } from '../sauter-2023-fisher-information/score-has-mean-zero.ts';
import {
  expectation,
  i,
  information as informationOf,
  j,
  p,
  regularX,
  scoreAlong,
  scoreMoments,
  X,
  x,
} from './setting.ts';

const { add, divide, derivative, multiply, negate, subtract } = term;

export const score = statement({
  label: 'A-A.5',
  title: 'the score is the relative derivative of the density',
  given: regularX,
  claim: equation(scoreAlong(i, p(x)), divide(derivative(i, p(x)), p(x))),
  expected: 'proved',
  proof: () => start(scoreAlong(i, p(x))).equals(divide(derivative(i, p(x)), p(x)), by.logarithmicDerivative),
});

const [si, sj] = [scoreAlong(i, p(x)), scoreAlong(j, p(x))];
/** The means, over a variable of their own. */
const w = declare.point('w', X);
const [mi, mj] = [i, j].map((direction) => expectation(w, p(w), scoreAlong(direction, p(w))));
const centred = expectation(x, p(x), multiply(subtract(si, mi), subtract(sj, mj)));

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

export const secondMoment = experiment({
  label: 'A-A.7',
  title: 'the covariance of the score is its second moment (as printed, without regularity): the shifted exponential',
  claim: 'Cov(s) = E[s^2] for q = exp(-(z - theta)) on z > theta',
  expected: 'refuted',
  tolerance: 1e-5,
  certain: 1e-2,
  instances: [{ family: 'shifted exponential', theta: 1 }],
  evaluate: ({ family, theta }) => {
    const { mean, second } = scoreMoments(family, theta);
    return { left: second - mean ** 2, right: second };
  },
});

export const secondMomentOfRegularFamilies = statement({
  label: 'A-A.7/repaired',
  title: 'for a regular family the covariance of the score is its second moment',
  given: regularX,
  claim: equation(centred, informationOf(x, p(x))),
  expected: 'proved',
  proof: () =>
    start(centred)
      .equals(subtract(informationOf(x, p(x)), multiply(mi, mj)), by.theorem(theoremOf(covarianceOfTheScore)))
      .equals(subtract(informationOf(x, p(x)), multiply(0, mj)), by.theorem(theoremOf(scoreHasMeanZero)))
      .equals(informationOf(x, p(x)), by.algebra),
});

export const shiftedExponential = calculation({
  label: 'A-A.7/shifted-exponential',
  title: 'its score is 1: the derivative of -(z - theta)',
  symbols: { z: 'real', theta: 'real' },
  claim: 'D(-(z - theta), theta) = 1',
  expected: 'proved',
});
