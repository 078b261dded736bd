/** G-2: the number of parameters of a dense network with biases. */
import { calculation } from 'fisher-rao';

export const dimension = calculation({
  label: 'G-2',
  title: 'a network of widths n0, n1, n2 has the sum of n_(l+1) (n_l + 1) parameters: weights and biases',
  symbols: { n0: 'natural', n1: 'natural', n2: 'natural' },
  definitions: { weights: 'n0*n1 + n1*n2', biases: 'n1 + n2' },
  claim: 'weights + biases = n1*(n0 + 1) + n2*(n1 + 1)',
  expected: 'proved',
});

export const dimensionOfTheThesisNetwork = calculation({
  label: 'G-2/example',
  title: 'two inputs, three hidden layers of four, one output: 57',
  claim: '4*(2 + 1) + 4*(4 + 1) + 4*(4 + 1) + 1*(4 + 1) = 57',
  expected: 'proved',
});
