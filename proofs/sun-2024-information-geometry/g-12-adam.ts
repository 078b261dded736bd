/** G-12: Adam is not a diagonal natural gradient. */
import { calculation, experiment } from 'fisher-rao';

export const adamAsDiagonal = experiment({
  label: 'G-12',
  title: 'Adam divides by the damped diagonal of the Fisher matrix (as printed)',
  claim: 'the first step of Adam = -eta g/(g^2 + epsilon)',
  expected: 'refuted',
  instances: [{ g: 3, eta: 0.1, epsilon: 1e-8 }],
  evaluate: ({ g, eta, epsilon }) => ({
    left: (-eta * g) / (Math.sqrt(g ** 2) + epsilon),
    right: (-eta * g) / (g ** 2 + epsilon),
  }),
});

export const adam = calculation({
  label: 'G-12/repaired',
  title:
    'it divides by the root of the averaged squared gradient plus epsilon: the first step is -eta g/(|g| + epsilon)',
  // For positive g; the averages start at zero and are divided by 1 - beta.
  symbols: { g: 'positive', eta: 'real', epsilon: 'real', beta1: 'real', beta2: 'real' },
  definitions: { m: '(1 - beta1)*g/(1 - beta1)', v: '(1 - beta2)*g^2/(1 - beta2)' },
  claim: '-eta*m/(sqrt(v) + epsilon) = -eta*g/(g + epsilon)',
  expected: 'proved',
});
