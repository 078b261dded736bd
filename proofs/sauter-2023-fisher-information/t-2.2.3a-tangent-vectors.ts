import { assume, by, equation, start, statement, term } from 'fisher-rao';
import { A, a, b, coordinateCurve, curve, θ } from './curves.ts';

const { delta, derivative, multiply, sum } = term;

const applied = sum(b, multiply(A(b), derivative(curve(b), θ(a))));

export const tangentVectors = statement({
  label: 'T-2.2.3a',
  title:
    'the partial derivatives are independent, as many as coordinates: sum_i A_i d_i applied to the coordinates gives A, so that it is zero for A = 0 only',
  given: [assume.differentiable(θ), coordinateCurve],
  claim: equation(applied, A(a)),
  expected: 'proved',
  proof: () =>
    start(applied)
      .equals(sum(b, multiply(A(b), delta(a, b))), by.assumption(coordinateCurve))
      .equals(A(a), by.delta),
});
