import { calculation } from 'fisher-rao';
import { curve } from './tangent-space.ts';

export const naturalBasis = calculation({
  ...curve,
  label: 'T-2.2.5',
  title: 'a tangent vector is a combination of the natural basis: derivations are linear in their components',
  claim: 'at(D(f(u + 2*t, v - 3*t), t), t, 0) = 2*D(f(u, v), u) - 3*D(f(u, v), v)',
  expected: 'proved',
});
