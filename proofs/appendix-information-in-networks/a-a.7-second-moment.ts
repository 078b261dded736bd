import { by, calculation, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { scoreHasMeanZero } from '../sauter-2023-fisher-information/score-has-mean-zero.ts';
import { covarianceOfTheScore } from './a-a.6-covariance-of-the-score.ts';
import { centred, information as informationOf, mi, mj, p, regularX, scoreMoments, x } from './setting.ts';

const { multiply, subtract } = term;

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
