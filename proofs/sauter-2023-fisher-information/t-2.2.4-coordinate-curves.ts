import { calculation } from 'fisher-rao';
import { curve } from './tangent-space.ts';

export const coordinateCurves = calculation({
  ...curve,
  label: 'T-2.2.4',
  title: 'along a coordinate curve the derivative is the partial derivative',
  claim: 'at(D(f(u + t, v), t), t, 0) = D(f(u, v), u)',
  expected: 'proved',
});
