import { calculation, experiment } from 'fisher-rao';
import { divergences } from './setting.ts';

export const littleChange = experiment({
  label: 'N-16',
  title: 'natural gradient descent guarantees that the function does not change too much (as printed): a nat at most',
  claim: 'KL of a step <= 1',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ theta: 4, eta: 1 }],
  evaluate: ({ theta, eta }) => ({ left: divergences(theta, eta, 1)[0], right: 1 }),
});

export const changeOfOneStep = calculation({
  label: 'N-16/repaired',
  title: 'a step of size eta moves by KL = eta^2 g F^(-1) g/2, exactly for a normal mean',
  symbols: { theta: 'real', eta: 'real', sigma: 'real' },
  definitions: { g: 'theta', F: '1/sigma^2', step: '-eta*g/F' },
  claim: 'step^2/(2*sigma^2) = eta^2*g^2/(2*F)',
  expected: 'proved',
});
