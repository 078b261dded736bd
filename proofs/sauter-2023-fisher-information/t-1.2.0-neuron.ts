import { assume, by, declare, equation, start, statement, term } from 'fisher-rao';

const { add, delta, derivative, multiply, sum } = term;

/** Any number of inputs, and their weights, which are coordinates of the parameter. */
const inputs = declare.space('A');
const [a, o] = [declare.point('a', inputs), declare.point('o', inputs)];
const input = declare.function('x', inputs);
const weight = declare.function('ω', inputs);
const along = declare.coordinates('w', [o])(o);
const bias = declare.function('b', []);
const areCoordinates = assume.equation('ω_a is the coordinate w_a', derivative(along, weight(a)), delta(a, o));
const activation = declare.realFunction('φ');
const weighted = add(sum(a, multiply(weight(a), input(a))), bias());
const inner = sum(a, multiply(derivative(along, weight(a)), input(a)));

export const neuron = statement({
  label: 'T-1.2.0',
  title:
    "a neuron is φ(sum_a ω_a x_a + b): its derivative in the weight ω_o is φ' there times the input x_o, for any number of inputs",
  given: [
    assume.differentiable(activation),
    assume.differentiable(weight),
    assume.constant(input),
    assume.constant(bias),
    areCoordinates,
  ],
  claim: equation(derivative(along, activation(weighted)), multiply(activation.prime(weighted), input(o))),
  expected: 'proved',
  proof: () =>
    start(derivative(along, activation(weighted)))
      .equals(
        multiply(activation.prime(weighted), inner),
        by.chainRule,
        by.differentiation,
        by.derivativeOfSum,
        by.linearity,
      )
      .equals(
        multiply(activation.prime(weighted), sum(a, multiply(delta(a, o), input(a)))),
        by.assumption(areCoordinates),
      )
      .equals(multiply(activation.prime(weighted), input(o)), by.delta),
});
