import { assume, by, declare, equation, start, statement, term, theoremOf } from 'fisher-rao';
import {
  atTheBasePoint,
  besideAFixedLaw,
  divergence,
  hessianInTheFirstArgument,
  hessianIsInformation,
  minusMeanHessian,
  minusMeanScore,
  r,
  θ0,
} from '../divergence.ts';
import { information } from '../sauter-2023-fisher-information/setting.ts';
import { i, j, p, x } from './setting.ts';

const { at, derivative, log, multiply, negate, subtract, sum } = term;

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

/** H_j(θ), the partial derivative of KL(p_θ | p_θ') in θ'_j at θ' = θ0, as a function of θ: what it is at any value θ1. */
const θ1 = declare.parameter('θ1');
const slope = declare.function('H', [j, θ0]);
const another = at(p(x), θ1);
const logRatio = multiply(another, subtract(log(another), log(p(x))));
const isSlope = assume.equation(
  "H_j(θ) is the derivative of KL(p_θ | p_θ') in θ'_j at θ' = θ0",
  at(slope(j, θ0), θ1),
  at(derivative(j, sum(x, logRatio)), θ0),
);
const crossed = multiply(p(x), at(derivative(j, log(p(x))), θ0));
const underTheSum = [by.derivativeOfSum, by.differentiation, by.logarithmicDerivative, by.linearity] as const;

export const slopeInTheSecondArgument = statement({
  label: 'N-9/slope',
  title: "the derivative of KL(p_θ | p_θ') in θ'_j at θ' = θ0 is H_j(θ) = -∫ p_θ ∂_j log p_θ0, for all θ and θ0",
  given: [
    assume.positive(p),
    assume.differentiable(p),
    isSlope,
    assume.exchange(logRatio, 1, x),
    assume.integrable(crossed, x),
  ],
  claim: equation(slope(j, θ0), negate(sum(x, crossed))),
  expected: 'proved',
  proof: () =>
    start(slope(j, θ0)).equals(
      negate(sum(x, crossed)),
      by.cases(declare.parameter('τ')),
      by.assumption(isSlope),
      by.evaluation,
      ...underTheSum,
    ),
});

export const mixedDerivative = statement({
  label: 'N-9/mixed',
  title: 'and the mixed second derivative, ∂_i H_j at θ = θ0, is minus the information there',
  given: [
    assume.positive(p),
    assume.differentiable(p),
    isSlope,
    assume.differentiable(slope),
    assume.exchange(logRatio, 1, x),
    assume.exchange(crossed, 1, x),
    assume.integrable(multiply(p(x), derivative(i, log(p(x))), derivative(j, log(p(x)))), x),
  ],
  claim: equation(at(derivative(i, slope(j, θ0)), θ0), negate(at(information(x, p(x)), θ0))),
  expected: 'proved',
  proof: () =>
    start(at(derivative(i, slope(j, θ0)), θ0))
      .equals(at(derivative(i, negate(sum(x, crossed))), θ0), by.theorem(theoremOf(slopeInTheSecondArgument)))
      .equals(at(negate(sum(x, multiply(derivative(i, p(x)), at(derivative(j, log(p(x))), θ0)))), θ0), ...underTheSum)
      .equals(negate(at(information(x, p(x)), θ0)), by.evaluation, by.logarithmicDerivative),
});
