import { assume, by, equation, start, statement, term } from 'fisher-rao';
import { a, b, coordinateCurve, curve, t, θ } from './curves.ts';

const { delta, derivative, multiply, sum } = term;

const applied = sum(b, multiply(derivative(t, θ(b)), derivative(curve(b), θ(a))));

export const components = statement({
  label: 'T-2.2.6',
  title:
    'whose components are the velocities of the coordinates along the curve: applied to the coordinates it gives them',
  given: [assume.differentiable(θ), coordinateCurve],
  claim: equation(applied, derivative(t, θ(a))),
  expected: 'proved',
  proof: () =>
    start(applied)
      .equals(sum(b, multiply(derivative(t, θ(b)), delta(a, b))), by.assumption(coordinateCurve))
      .equals(derivative(t, θ(a)), by.delta),
});
