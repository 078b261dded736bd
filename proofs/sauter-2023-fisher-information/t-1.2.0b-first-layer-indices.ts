import { calculation, experiment } from 'fisher-rao';
import { example, layer, overInputs } from './neurons.ts';

export const firstLayerIndices = experiment({
  label: 'T-1.2.0b',
  title: 'the weights of the first layer have one index (as printed): every neuron has the same weights',
  claim: 'the outputs of the two neurons are equal',
  expected: 'refuted',
  instances: [example],
  evaluate: (inputs) => {
    const [first, second] = overInputs(inputs);
    return { left: first, right: second };
  },
});

export const firstLayerWithTwoIndices = calculation({
  ...layer,
  label: 'T-1.2.0b/repaired',
  title:
    'with two indices, neuron and input, the pre-activations of two neurons differ by the difference of their rows',
  definitions: { z1: 'w11*a1 + w12*a2 + b1', z2: 'w21*a1 + w22*a2 + b2' },
  claim: 'z1 - z2 = (w11 - w21)*a1 + (w12 - w22)*a2 + (b1 - b2)',
  expected: 'proved',
});
