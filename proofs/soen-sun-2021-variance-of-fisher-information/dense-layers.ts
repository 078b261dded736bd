/**
 * What general statements about layers are about: a dense network of any depth, any widths and any activations. Neuron j
 * of layer l is a point of the space N_l, whose size is the width of the layer; L = l + k is the number of the last layer
 * and k that of the layers above layer l.
 */
import { assume, declare, type Natural, next, type PointVariable, plus, type Term, term } from 'fisher-rao';

const { add, delta, multiply, sum } = term;

export const l = declare.natural('l');
export const k = declare.natural('k');
/** The neurons of a layer. */
export const N = declare.spaces('N');
/** A neuron of a layer. */
export const neuron = (name: string, layer: Natural | number): PointVariable => declare.point(name, N(layer));

/** The weight from neuron j of layer l to neuron i of layer l + 1, the bias there, and the activation of that layer. */
const ends = [l, neuron('i', next(l)), neuron('j', l)];
export const W = declare.function('W', ends);
export const bias = declare.function('b', [l, neuron('i', next(l))]);
export const sigma = declare.realFunction('σ', [], [l]);
/** The input of the network, the activations of layer 0. */
export const input = declare.function('x', N(0));

const weighted = (layer: Natural, at: PointVariable, from: (neuron: PointVariable) => Term): Term => {
  const j = neuron('j', layer);
  return add(sum(j, multiply(W(layer, at, j), from(j))), bias(layer, at));
};

/** (3) h_0 = x, h_{l+1} = σ_l(W_l h_l + b_l). */
export const h = declare.sequence('h', l, (layer) => [neuron('i', layer)], {
  zero: (at: PointVariable) => input(at),
  next: (earlier, at: PointVariable) =>
    sigma(
      l,
      weighted(l, at, (from) => earlier(from)),
    ),
});

/** The pre-activation z_l = W_l h_l + b_l, and D_l = σ_l'(z_l). */
export const z = declare.definition(
  'z',
  [l, neuron('i', next(l))],
  weighted(l, neuron('i', next(l)), (from) => h(l, from)),
);
export const D = declare.definition('D', [l, neuron('i', next(l))], sigma.prime(l, z(l, neuron('i', next(l)))));

/** B(k, l) = ∂h_{l+k}/∂h_l: the identity for k = 0, and one layer more multiplies it by D W from the left. */
export const B = declare.sequence('B', k, (above) => [l, neuron('a', plus(l, above)), neuron('j', l)], {
  zero: (_l: Natural, at: PointVariable, to: PointVariable) => delta(at, to),
  next: (earlier, _l: Natural, at: PointVariable, to: PointVariable) => {
    const m = neuron('m', plus(l, k));
    return multiply(D(plus(l, k), at), sum(m, multiply(W(plus(l, k), at, m), earlier(l, m, to))));
  },
});

/** The coordinates of θ that are the weight W(l, i, j) and the bias b(l, i). */
export const w = declare.coordinates('w', ends);
export const c = declare.coordinates('c', [l, neuron('i', next(l))]);

const [e, f, g, o] = [neuron('e', next(l)), neuron('f', l), neuron('g', next(l)), neuron('o', l)];
const higher = next(plus(l, k));
const [above, below] = [neuron('u', next(higher)), neuron('v', higher)];

/** Weights and biases are coordinates of θ: the derivative in one of them is 1 for itself and 0 for all others. */
const isWeight = assume.equation(
  'w(l, i, j) is the weight W(l, i, j)',
  term.derivative(w(l, e, f), W(l, g, o)),
  multiply(delta(e, g), delta(f, o)),
);
const isBias = assume.equation('c(l, i) is the bias b(l, i)', term.derivative(c(l, e), bias(l, g)), delta(e, g));
const free = (name: string, derivative: Term) => assume.equation(name, derivative, 0);
const weightsOfOthers = [
  free('the weights above do not depend on a weight', term.derivative(w(l, e, f), W(higher, above, below))),
  free('the weights below do not depend on a weight', term.derivative(w(higher, above, below), W(l, g, o))),
  free('biases do not depend on the weights of their layer', term.derivative(w(l, e, f), bias(l, g))),
  free('the biases above do not depend on a weight', term.derivative(w(l, e, f), bias(higher, above))),
  free('the biases below do not depend on a weight', term.derivative(w(higher, above, below), bias(l, g))),
];
const biasesOfOthers = [
  free('weights do not depend on the biases of their layer', term.derivative(c(l, e), W(l, g, o))),
  free('the weights above do not depend on a bias', term.derivative(c(l, e), W(higher, above, below))),
  free('the weights below do not depend on a bias', term.derivative(c(higher, above), W(l, g, o))),
  free('the biases above do not depend on a bias', term.derivative(c(l, e), bias(higher, above))),
  free('the biases below do not depend on a bias', term.derivative(c(higher, above), bias(l, g))),
];

/** Smooth activations; weights and biases as smooth functions of θ. */
export const smoothLayers = [assume.differentiable(sigma), assume.differentiable(W), assume.differentiable(bias)];
export const fixedInput = assume.constant(input);
/** What the layers below know of a weight, and of a bias: nothing. */
export const weightsAbove = [weightsOfOthers[1], weightsOfOthers[4]];
export const biasesAbove = [biasesOfOthers[2], biasesOfOthers[4]];
/** What is used of the weights, and of the biases, as coordinates. */
export const weights = [isWeight, ...weightsOfOthers];
export const biases = [isBias, ...biasesOfOthers];
