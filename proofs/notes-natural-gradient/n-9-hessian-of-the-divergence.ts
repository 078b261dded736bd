import { by, calculation, equation, start, statement, term } from 'fisher-rao';
import {
  atTheBasePoint,
  besideAFixedLaw,
  divergence,
  hessianInTheFirstArgument,
  hessianIsInformation,
  minusMeanHessian,
  minusMeanScore,
  r,
} from '../divergence.ts';
import { i, j, outcomes, p, x } from './setting.ts';

const { derivative, log, multiply, negate, subtract, sum } = term;

export const hessianOfTheDivergence = statement({
  label: 'N-9',
  title: 'the second derivatives of KL(r | p) in the parameter of p are minus the mean Hessian of log p under r',
  given: besideAFixedLaw,
  claim: equation(derivative(i, derivative(j, divergence)), minusMeanHessian(i, j)),
  expected: 'proved',
  proof: () =>
    start(derivative(i, derivative(j, divergence)))
      .equals(derivative(i, sum(x, derivative(j, multiply(r(x), subtract(log(r(x)), log(p(x))))))), by.derivativeOfSum)
      .equals(derivative(i, minusMeanScore(j)), by.differentiation, by.logarithmicDerivative, by.linearity)
      .equals(
        negate(sum(x, derivative(i, multiply(r(x), derivative(j, log(p(x))))))),
        by.differentiation,
        by.derivativeOfSum,
      )
      .equals(minusMeanHessian(i, j), by.differentiation, by.linearity),
});

export const hessianAtTheBasePoint = statement({
  label: 'N-9/base-point',
  title: 'and at θ0 that of KL(p_θ0 | p_θ) is the Fisher information there',
  given: atTheBasePoint,
  ...hessianIsInformation,
  expected: 'proved',
});

export const hessianInBothArguments = statement({
  label: 'N-9/both-arguments',
  title: 'and so is the Hessian in the other argument, of KL(p_θ | p_θ0)',
  ...hessianInTheFirstArgument,
  expected: 'proved',
});

export const mixedDerivative = calculation({
  ...outcomes,
  label: 'N-9/mixed',
  title: 'and the mixed second derivative is minus the information, for three outcomes with arbitrary probabilities',
  claim: 'at(D(D(KL, t), u), u, t) = -F',
  expected: 'proved',
});
