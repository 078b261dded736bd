import { calculation, experiment } from 'fisher-rao';
import { denseNetwork, normalHead } from 'fisher-rao/network';
import { outputsOf } from '../networks.ts';
import { layer } from './neurons.ts';

const relu = (x: number): number => Math.max(x, 0);

export const layerMap = experiment({
  label: 'T-1.2.2',
  title: 'a layer sums the weights over the index of the neuron (as printed)',
  claim: 'f(sum_i w_ij a_j + b) = the output of the layer with weights w, bias b at a',
  expected: 'refuted',
  instances: [
    {
      w: [
        [1, 2],
        [3, 4],
      ],
      a: [1, 1],
    },
  ],
  evaluate: async ({ w, a }) => {
    const network = denseNetwork([2, 2], 'relu', 'relu');
    const [outputs] = await outputsOf({ network, head: normalHead(), theta: [...w.flat(), 0, 0], inputs: [a] });
    return { left: a.map((value, j) => relu(w.reduce((sum, row) => sum + row[j] * value, 0))), right: outputs };
  },
});

export const layerMapOverInputs = calculation({
  ...layer,
  label: 'T-1.2.2/repaired',
  title: 'summed over the inputs, the pre-activation of neuron i is linear in the activations with coefficients w_ij',
  definitions: { z1: 'w11*a1 + w12*a2 + b1' },
  claim: 'z1 = D(z1, a1)*a1 + D(z1, a2)*a2 + b1',
  expected: 'proved',
});
