import { calculation, statement } from 'fisher-rao';
import { atTheBasePoint, secondOrder } from '../divergence.ts';
import { outcomes } from './setting.ts';

export const secondOrderTaylor = statement({
  label: 'N-12',
  title: 'to second order KL is d F d/2 at any base point, true parameter or not: the mean is under the model',
  given: atTheBasePoint,
  ...secondOrder,
  expected: 'proved',
});

export const taylorOfThreeOutcomes = calculation({
  ...outcomes,
  label: 'N-12/three-outcomes',
  title: 'with values and derivatives of KL itself at the base point: three outcomes with arbitrary probabilities',
  symbols: { ...outcomes.symbols, d: 'real' },
  claim: 'at(KL, u, t) + d*at(D(KL, u), u, t) + d^2/2*at(D(D(KL, u), u), u, t) = d^2*F/2',
  expected: 'proved',
});
