import { by, equation, start, statement, term } from 'fisher-rao';
import { a, b, coordinateCurve, curve, partial, smoothCurve, value, θ } from './curves.ts';

const { delta, derivative, multiply, sum } = term;

export const coordinateCurves = statement({
  label: 'T-2.2.4',
  title: 'along the curve of a coordinate the derivative is the partial derivative',
  given: [...smoothCurve, coordinateCurve],
  claim: equation(derivative(curve(b), value), partial(b)),
  expected: 'proved',
  proof: () =>
    start(derivative(curve(b), value))
      .equals(sum(a, multiply(partial(a), derivative(curve(b), θ(a)))), by.chainRule)
      .equals(sum(a, multiply(partial(a), delta(a, b))), by.assumption(coordinateCurve))
      .equals(partial(b), by.delta),
});
