import { by, equation, start, statement, term } from 'fisher-rao';
import { a, partial, smoothCurve, t, value, θ } from './curves.ts';

const { derivative, multiply, sum } = term;

const byVelocities = sum(a, multiply(partial(a), derivative(t, θ(a))));

export const derivativeAlongACurve = statement({
  label: 'T-2.2.3',
  title:
    'the derivative along a curve is the sum of partial derivatives times velocities, in any number of coordinates',
  given: smoothCurve,
  claim: equation(derivative(t, value), byVelocities),
  expected: 'proved',
  proof: () => start(derivative(t, value)).equals(byVelocities, by.chainRule),
});
