import { experiment, statement } from 'fisher-rao';
import { atTheBasePoint, secondOrder } from '../divergence.ts';
import { shifted } from './setting.ts';

export const expansionStepByStep = experiment({
  label: 'A-A.15',
  title:
    'the chain to F e^2/2 + o(e^2) (as printed, without regularity): the shifted exponential has a first-order term',
  claim: 'KL(theta | theta + e)/e tends to 0',
  expected: 'refuted',
  tolerance: 0.1,
  certain: 0.5,
  instances: [{ e: -1e-3 }],
  evaluate: ({ e }) => ({ left: Math.abs(shifted(0, e) / e), right: 0 }),
});

export const expansionStepByStepOfRegularFamilies = statement({
  label: 'A-A.15/repaired',
  title:
    'for a regular family the terms of order zero and one vanish, since the laws are equal and the score has mean zero, and the second is e F e/2',
  given: atTheBasePoint,
  ...secondOrder,
  expected: 'proved',
});
