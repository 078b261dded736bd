import { by, declare, equation, experiment, type PointVariable, start, statement, type Term, term } from 'fisher-rao';
import { example, overInputs } from './neurons.ts';

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

const { add, multiply, subtract, sum } = term;

/** Any number of neurons u, v and inputs a, a weight for each pair, and a bias for each neuron. */
const neurons = declare.space('N');
const [u, v] = [declare.point('u', neurons), declare.point('v', neurons)];
const a = declare.point('a', declare.space('A'));
const weight = declare.function('ω', [u, a]);
const bias = declare.function('b', neurons);
const input = declare.function('x', a.space);
const preactivation = (of: PointVariable): Term => add(sum(a, multiply(weight(of, a), input(a))), bias(of));
const byRows = add(sum(a, multiply(subtract(weight(u, a), weight(v, a)), input(a))), subtract(bias(u), bias(v)));

export const firstLayerWithTwoIndices = statement({
  label: 'T-1.2.0b/repaired',
  title:
    'with two indices, neuron and input, the pre-activations of two neurons differ by the difference of their rows; any widths',
  claim: equation(subtract(preactivation(u), preactivation(v)), byRows),
  expected: 'proved',
  proof: () => start(subtract(preactivation(u), preactivation(v))).equals(byRows, by.rearrangement),
});
