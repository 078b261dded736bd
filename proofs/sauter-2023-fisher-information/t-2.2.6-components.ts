import { calculation } from 'fisher-rao';
import { curve } from './tangent-space.ts';

export const components = calculation({
  ...curve,
  label: 'T-2.2.6',
  title: 'whose components are the velocities of the coordinates along the curve',
  claim: 'at(D(u + a(t), t), t, 0) = at(D(a(t), t), t, 0)',
  expected: 'proved',
});
