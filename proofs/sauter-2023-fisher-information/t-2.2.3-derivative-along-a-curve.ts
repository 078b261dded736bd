import { calculation } from 'fisher-rao';
import { curve } from './tangent-space.ts';

const along = (name: 'u' | 'v'): string => `at(at(D(f(u, v), ${name}), u, a(t)), v, b(t))`;

export const derivativeAlongACurve = calculation({
  ...curve,
  label: 'T-2.2.3',
  title: 'the derivative along a curve is the sum of partial derivatives times velocities',
  claim: `D(f(a(t), b(t)), t) = ${along('u')}*D(a(t), t) + ${along('v')}*D(b(t), t)`,
  expected: 'proved',
});
