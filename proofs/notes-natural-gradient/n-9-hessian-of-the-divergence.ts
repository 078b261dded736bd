import { assume, by, calculation, declare, equation, start, statement, term } from 'fisher-rao';
import { i, j, outcomes, p, twiceRegularX, X, x } from './setting.ts';

const { derivative, log, multiply, negate, subtract, sum } = term;

/** The first argument: a distribution that does not depend on θ. */
const r = declare.function('r', X);
const fixed = assume.equation('r is fixed', derivative(i, r(x)), 0);

const divergence = sum(x, multiply(r(x), subtract(log(r(x)), log(p(x)))));
const minusMeanHessian = negate(sum(x, multiply(r(x), derivative(i, derivative(j, log(p(x)))))));

export const hessianOfTheDivergence = statement({
  label: 'N-9',
  title:
    'the second derivatives of KL(r | p) in p are minus the r-mean of the Hessian of log p; where r is p this is the Fisher information (N-8/repaired)',
  given: [...twiceRegularX, assume.positive(r), assume.differentiable(r, 2), fixed],
  claim: equation(derivative(i, derivative(j, divergence)), minusMeanHessian),
  expected: 'proved',
  proof: () => {
    const first = negate(sum(x, multiply(r(x), derivative(j, log(p(x))))));
    return start(derivative(i, derivative(j, divergence)))
      .equals(derivative(i, sum(x, derivative(j, multiply(r(x), subtract(log(r(x)), log(p(x))))))), by.derivativeOfSum)
      .equals(derivative(i, first), by.differentiation, by.logarithmicDerivative, by.assumption(fixed), by.linearity)
      .equals(
        negate(sum(x, derivative(i, multiply(r(x), derivative(j, log(p(x))))))),
        by.differentiation,
        by.derivativeOfSum,
      )
      .equals(minusMeanHessian, by.differentiation, by.assumption(fixed), by.linearity);
  },
});

export const hessianInBothArguments = calculation({
  ...outcomes,
  label: 'N-9/both-arguments',
  title: 'for three outcomes with arbitrary probabilities the Hessians in either argument are the information',
  claim: 'at(D(D(KL, u), u), u, t) = F = at(D(D(KL, t), t), u, t)',
  expected: 'proved',
});

export const mixedDerivative = calculation({
  ...outcomes,
  label: 'N-9/mixed',
  title: 'and the mixed second derivative is minus the information',
  claim: 'at(D(D(KL, t), u), u, t) = -F',
  expected: 'proved',
});
