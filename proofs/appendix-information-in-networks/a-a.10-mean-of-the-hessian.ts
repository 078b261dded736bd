import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { hessianOfALogarithm } from './a-a.9-hessian-of-a-logarithm.ts';
import {
  expectation,
  hessianOfLog,
  i,
  information,
  j,
  p,
  scoreAlong,
  secondDerivative,
  twiceRegularX,
  x,
} from './setting.ts';

const { derivative, multiply, negate, subtract, sum } = term;

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
        subtract(sum(x, secondDerivative), sum(x, multiply(p(x), scoreAlong(i, p(x)), scoreAlong(j, p(x))))),
        by.theorem(theoremOf(hessianOfALogarithm)),
        by.linearity,
      )
      .equals(subtract(derivative(i, derivative(j, sum(x, p(x)))), information(x, p(x))), by.derivativeOfSum)
      .equals(subtract(derivative(i, derivative(j, 1)), information(x, p(x))), by.normalisation(p))
      .equals(negate(information(x, p(x))), by.differentiation),
});
