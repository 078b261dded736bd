import { by, equation, experiment, start, statement, term } from 'fisher-rao';
import { denseNetwork, normalHead } from 'fisher-rao/network';
import { outputsOf } from '../networks.ts';
import { activation, f, from, isolated, isWeight, other, smoothNeuron, to, value, w } from './general-neurons.ts';

const { delta, derivative, multiply } = term;

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

export const layerMapOverInputs = statement({
  label: 'T-1.2.2/repaired',
  title:
    "summed over the inputs, neuron k depends on its own weights and no others: d a_k/d w_ij = delta_ik f'(z_k) a_j, for any widths",
  given: [...smoothNeuron, isWeight, ...isolated],
  claim: equation(
    derivative(w(to, from), f(value(other))),
    multiply(delta(to, other), f.prime(value(other)), activation(from)),
  ),
  expected: 'proved',
  proof: () =>
    start(derivative(w(to, from), f(value(other)))).equals(
      multiply(delta(to, other), f.prime(value(other)), activation(from)),
      by.chainRule,
      by.differentiation,
      by.derivativeOfSum,
      by.linearity,
      by.assumption(isWeight),
      ...isolated.map(by.assumption),
      by.delta,
    ),
});
