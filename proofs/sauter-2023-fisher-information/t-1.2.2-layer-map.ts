import { calculation, experiment } from 'fisher-rao';
import { example, type Layer, layer, overInputs, relu } from './neurons.ts';

const overNeurons = ({ w, a }: Layer): number[] =>
  a.map((_, j) => relu(w.reduce((sum, row) => sum + row[j] * a[j], 0)));

export const layerMap = experiment({
  label: 'T-1.2.2',
  title: 'a layer sums the weights over the index of the neuron (as printed)',
  claim: 'f(sum_i w_ij a_j) = f(sum_j w_ij a_j)',
  expected: 'refuted',
  instances: [example],
  evaluate: (inputs) => ({ left: overNeurons(inputs), right: overInputs(inputs) }),
});

export const layerMapOverInputs = calculation({
  ...layer,
  label: 'T-1.2.2/repaired',
  title: 'summed over the inputs, the pre-activation of neuron i is linear in the activations with coefficients w_ij',
  definitions: { z1: 'w11*a1 + w12*a2 + b1' },
  claim: 'z1 = D(z1, a1)*a1 + D(z1, a2)*a2 + b1',
  expected: 'proved',
});
