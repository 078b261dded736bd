import { by, equation, start, statement, term } from 'fisher-rao';
import { activation, f, from, isolated, isWeight, smoothNeuron, to, value, w } from './general-neurons.ts';

const { derivative, multiply } = term;

export const neuron = statement({
  label: 'T-1.2.0',
  title:
    "a neuron is f(sum_i w_i a_i + b): its derivative in a weight is f' times the input, for any number of inputs and any differentiable f",
  given: [...smoothNeuron, isWeight, ...isolated],
  claim: equation(derivative(w(to, from), f(value(to))), multiply(f.prime(value(to)), activation(from))),
  expected: 'proved',
  proof: () =>
    start(derivative(w(to, from), f(value(to)))).equals(
      multiply(f.prime(value(to)), activation(from)),
      by.chainRule,
      by.differentiation,
      by.derivativeOfSum,
      by.linearity,
      by.assumption(isWeight),
      ...isolated.map(by.assumption),
      by.delta,
    ),
});
