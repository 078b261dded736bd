/** Lemma A.1, (A.8)-(A.10): the information as minus the mean Hessian, and what it needs. */
import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { twoFormsOfTheMetric } from '../sauter-2023-fisher-information/two-forms-of-the-metric.ts';
import { expectation, i, information, j, p, scoreAlong, scoreMoments, twiceRegularX, x } from './setting.ts';

const { derivative, divide, log, multiply, negate, subtract, sum } = term;

const hessianOfLog = derivative(i, derivative(j, log(p(x))));
const second = derivative(i, derivative(j, p(x)));

export const hessianForm = experiment({
  label: 'A-L.1',
  title: 'if the log-likelihood is twice differentiable, F = -E[H] (as printed)',
  claim: 'E[s^2] = -E[d^2 log q]',
  expected: 'refuted',
  tolerance: 1e-5,
  certain: 1e-2,
  instances: [
    { family: 'shifted exponential', theta: 1 },
    { family: 'uniform', theta: 1 },
  ],
  evaluate: ({ family, theta }) => {
    const { second: secondMoment, hessian } = scoreMoments(family, theta);
    return { left: secondMoment, right: -hessian };
  },
});

export const hessianFormOfRegularFamilies = statement({
  label: 'A-L.1/repaired',
  title: 'for a regular family F = -E[H]',
  given: twiceRegularX,
  claim: equation(information(x, p(x)), negate(expectation(x, p(x), hessianOfLog))),
  expected: 'proved',
  proof: () =>
    start(information(x, p(x))).equals(
      negate(expectation(x, p(x), hessianOfLog)),
      by.theorem(theoremOf(twoFormsOfTheMetric)),
    ),
});

export const hessianOfALogarithm = statement({
  label: 'A-A.9',
  title: 'the Hessian of the log-density is that of the density over it less the product of scores',
  given: twiceRegularX,
  claim: equation(hessianOfLog, subtract(divide(second, p(x)), multiply(scoreAlong(i, p(x)), scoreAlong(j, p(x))))),
  expected: 'proved',
  proof: () =>
    start(hessianOfLog)
      .equals(derivative(i, divide(derivative(j, p(x)), p(x))), by.logarithmicDerivative)
      .equals(
        subtract(
          divide(second, p(x)),
          divide(multiply(derivative(i, p(x)), derivative(j, p(x))), multiply(p(x), p(x))),
        ),
        by.differentiation,
      )
      .equals(
        subtract(divide(second, p(x)), multiply(scoreAlong(i, p(x)), scoreAlong(j, p(x)))),
        by.logarithmicDerivative,
      ),
});

export const meanOfTheHessian = experiment({
  label: 'A-A.10',
  title: 'E[H] = -F because the integral of the second derivative of q is the second derivative of 1 (as printed)',
  claim: 'the integral of d^2 q over the support = 0, for the uniform distribution on (0, theta)',
  expected: 'refuted',
  tolerance: 1e-5,
  certain: 1e-2,
  instances: [{ theta: 1 }],
  // q = 1/theta on (0, theta): the second difference of q, constant there, times the length of the support.
  evaluate: ({ theta }) => {
    const h = 1e-4;
    return { left: ((1 / (theta + h) - 2 / theta + 1 / (theta - h)) / h ** 2) * theta, right: 0 };
  },
});

export const meanOfTheHessianOfRegularFamilies = statement({
  label: 'A-A.10/repaired',
  title: 'for a regular family E[H] = -F',
  given: twiceRegularX,
  claim: equation(expectation(x, p(x), hessianOfLog), negate(information(x, p(x)))),
  expected: 'proved',
  proof: () =>
    start(expectation(x, p(x), hessianOfLog))
      .equals(
        subtract(sum(x, second), sum(x, multiply(p(x), scoreAlong(i, p(x)), scoreAlong(j, p(x))))),
        by.theorem(theoremOf(hessianOfALogarithm)),
        by.linearity,
      )
      .equals(subtract(derivative(i, derivative(j, sum(x, p(x)))), information(x, p(x))), by.derivativeOfSum)
      .equals(subtract(derivative(i, derivative(j, 1)), information(x, p(x))), by.normalisation(p))
      .equals(negate(information(x, p(x))), by.differentiation),
});
