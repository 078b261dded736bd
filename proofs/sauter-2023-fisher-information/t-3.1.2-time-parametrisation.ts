import { assume, by, declare, equation, start, statement, term } from 'fisher-rao';
import { flow, gradient, k, L, network, t, θ } from './flow-of-outputs.ts';

const { derivative, multiply, negate, subtract } = term;

/** The length of a step, a coordinate on which the parameters at its start do not depend. */
const length = declare.coordinates('e', [])();
const η = declare.function('η', []);
const isLength = assume.equation('η is a coordinate', derivative(length, η()), 1);
const starts = assume.equation('the parameters before the step do not depend on η', derivative(length, θ(k)), 0);
const twiceSmooth = [assume.differentiable(network, 2), assume.differentiable(L, 2), assume.differentiable(θ)];
const step = subtract(θ(k), multiply(η(), gradient(k)));

export const timeParametrisation = statement({
  label: 'T-3.1.2',
  title:
    'a step of descent, theta - eta grad L, is a step of length eta in time: in eta it goes as the flow goes in time, for any number of parameters, data and components',
  given: [...twiceSmooth, flow, assume.differentiable(η), isLength, starts],
  claim: equation(derivative(length, step), derivative(t, θ(k))),
  expected: 'proved',
  proof: () =>
    start(derivative(length, step))
      .equals(
        negate(gradient(k)),
        by.differentiation,
        by.derivativeOfSum,
        by.chainRule,
        by.linearity,
        by.assumption(isLength),
        by.assumption(starts),
      )
      .equals(derivative(t, θ(k)), by.assumption(flow)),
});
