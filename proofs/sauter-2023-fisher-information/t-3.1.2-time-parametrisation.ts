import { assume, by, declare, equation, start, statement, term } from 'fisher-rao';
import { flow, gradient, k, P, smooth, t, θ } from './flow-of-outputs.ts';

const { add, derivative, multiply, subtract } = term;

/** The parameters after a step of length η. */
const later = declare.function('Θ', P);
const η = declare.function('η', []);
const step = assume.equation('a step of descent', later(k), subtract(θ(k), multiply(η(), gradient(k))));

export const timeParametrisation = statement({
  label: 'T-3.1.2',
  title:
    "a step of descent, theta - eta grad L, is a step of length eta in time: the explicit Euler step theta + eta theta' of the flow, for any number of parameters, data and components",
  given: [...smooth, flow, step],
  claim: equation(later(k), add(θ(k), multiply(η(), derivative(t, θ(k))))),
  expected: 'proved',
  proof: () =>
    start(later(k))
      .equals(subtract(θ(k), multiply(η(), gradient(k))), by.assumption(step))
      .equals(add(θ(k), multiply(η(), derivative(t, θ(k)))), by.assumption(flow)),
});
