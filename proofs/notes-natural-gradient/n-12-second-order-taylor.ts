import { statement } from 'fisher-rao';
import { atTheBasePoint, secondOrder } from '../divergence.ts';

export const secondOrderTaylor = statement({
  label: 'N-12',
  title:
    'the Taylor polynomial of second order of KL(p_θ0 | p_θ) at any θ0, true parameter or not, is d F d/2: the mean is under the model',
  given: atTheBasePoint,
  ...secondOrder,
  expected: 'proved',
});
