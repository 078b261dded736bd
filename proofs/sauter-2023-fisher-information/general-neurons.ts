/** A layer with any number of neurons and inputs: w(i, j) is the weight of neuron i for input j. */
import { assume, declare, type PointVariable, type Term, term } from 'fisher-rao';

const { add, delta, derivative, multiply, sum } = term;

const outputs = declare.space('O');
const inputs = declare.space('I');
/** Neurons and inputs. */
export const [to, other] = ['i', 'k'].map((name) => declare.point(name, outputs));
export const [from, second] = ['j', 'l'].map((name) => declare.point(name, inputs));

/** Weights, biases, activations of the inputs, and the activation function. */
export const weight = declare.function('W', [to, from]);
const bias = declare.function('b', outputs);
export const activation = declare.function('a', inputs);
export const f = declare.realFunction('f');
/** (1.2.2) Σ_j w_ij a_j + b_i. */
export const value = (at: PointVariable): Term =>
  add(sum(second, multiply(weight(at, second), activation(second))), bias(at));

/** The weights as coordinates of θ, on which inputs and biases do not depend. */
export const w = declare.coordinates('w', [to, from]);
export const isWeight = assume.equation(
  'w(i, j) is the weight W(i, j)',
  derivative(w(to, from), weight(other, second)),
  multiply(delta(to, other), delta(from, second)),
);
export const isolated = [
  assume.equation('the bias does not depend on the weights', derivative(w(to, from), bias(other)), 0),
  assume.equation('the inputs do not depend on the weights', derivative(w(to, from), activation(second)), 0),
];
export const smoothNeuron = [
  assume.differentiable(f),
  assume.differentiable(weight),
  assume.differentiable(bias),
  assume.differentiable(activation),
];
