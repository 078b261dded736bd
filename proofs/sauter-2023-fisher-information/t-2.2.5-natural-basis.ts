import { assume, by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { A, a, b, coordinateCurve, curve, partial, smoothCurve, t, value, θ } from './curves.ts';
import { coordinateCurves } from './t-2.2.4-coordinate-curves.ts';

const { derivative, multiply, sum } = term;

const velocity = assume.equation('the curve has the velocity A', derivative(t, θ(a)), A(a));
const inTheBasis = sum(b, multiply(A(b), derivative(curve(b), value)));

export const naturalBasis = statement({
  label: 'T-2.2.5',
  title:
    'a tangent vector is a combination of the natural basis, A = sum_i A_i d_i: the derivative along any curve with velocity A',
  given: [...smoothCurve, coordinateCurve, velocity],
  claim: equation(derivative(t, value), inTheBasis),
  expected: 'proved',
  proof: () =>
    start(derivative(t, value))
      .equals(sum(a, multiply(partial(a), derivative(t, θ(a)))), by.chainRule)
      .equals(sum(b, multiply(A(b), partial(b))), by.assumption(velocity))
      .equals(inTheBasis, by.theorem(theoremOf(coordinateCurves))),
});
