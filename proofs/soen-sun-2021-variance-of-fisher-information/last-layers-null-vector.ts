/** What the second estimator M is along a vector of weights that the outputs do not notice: V-PSD and V-T10 rest on it. */
import { assume, by, equation, type SamplePoint, start, statement, type Term, term, theoremOf } from 'fisher-rao';
import { b, c, d, h, I, i, j, lawWithCovariances, slope } from './exponential-outputs.ts';
import {
  activation,
  along,
  bias,
  biasOfUnit,
  curvature,
  direction,
  e,
  estimate,
  fromUnits,
  isBiasOfUnit,
  lastLayers,
  noise,
  ofTheLastLayer,
  outputsOfUnits,
  r,
  slopeOfUnit,
  untouched,
  valueAlong,
  weight,
} from './last-layers.ts';
import { Δ } from './samples-of-labels.ts';

const { add, delta, derivative, multiply, square, subtract, sum } = term;

const twiceDifferentiable = [assume.differentiable(h, 2), ...lawWithCovariances];
const slopeIn = (label: string, title: string, coordinate: SamplePoint, value: Term) =>
  statement({
    label,
    title,
    given: lastLayers,
    claim: equation(slope(coordinate, b), value),
    expected: 'proved',
    proof: () =>
      start(slope(coordinate, b))
        .equals(derivative(coordinate, fromUnits), by.assumption(outputsOfUnits))
        .equals(
          value,
          by.differentiation,
          by.derivativeOfSum,
          by.chainRule,
          ...ofTheLastLayer.map(by.assumption),
          by.linearity,
          by.delta,
        ),
  });

export const slopeInAWeight = slopeIn(
  'last-layers/weight',
  'the slope of an output in a weight of the last layer is the activation of its unit',
  weight,
  multiply(delta(r, b), activation),
);
export const slopeInABias = slopeIn('last-layers/bias', 'and that in a bias of the last layer is 1', bias, delta(r, b));

export const alongTheNullVector = statement({
  label: 'last-layers/null-vector',
  title:
    "the second estimator M times the vector w - σ(u_e) c of the weight from unit e to output r and the bias of r, along which no output changes, is Δ_r σ'(u_e) ∂u_e: with Δ = η - mean t",
  given: [...twiceDifferentiable, ...lastLayers],
  claim: equation(
    subtract(estimate(i, weight), multiply(activation, estimate(i, bias))),
    multiply(noise, slopeOfUnit(i)),
  ),
  expected: 'proved',
  proof: () => {
    const through = (of: Term) =>
      add(sum(c, multiply(Δ(c), derivative(i, of))), sum(d, sum(c, multiply(slope(i, d), of, I(d, c)))));
    return start(subtract(estimate(i, weight), multiply(activation, estimate(i, bias))))
      .equals(
        subtract(through(multiply(delta(r, c), activation)), multiply(activation, through(delta(r, c)))),
        by.definition(estimate),
        by.theorem(theoremOf(slopeInAWeight)),
        by.theorem(theoremOf(slopeInABias)),
      )
      .equals(multiply(noise, slopeOfUnit(i)), by.differentiation, by.chainRule, by.linearity, by.delta);
  },
});
export const symmetry = statement({
  label: 'last-layers/symmetric',
  title: 'M is symmetric',
  given: twiceDifferentiable,
  claim: equation(estimate(i, j), estimate(j, i)),
  expected: 'proved',
  proof: () =>
    start(estimate(i, j)).equals(
      estimate(j, i),
      by.definition(estimate),
      by.definition(I),
      by.symmetryOfDerivatives,
      by.rearrangement,
    ),
});

const withUnits = [...twiceDifferentiable, ...lastLayers, isBiasOfUnit];

export const valueOfTheEstimate = statement({
  label: 'last-layers/value',
  title:
    "with the bias o of the unit e: x^T M x = -(Δ_r σ'(u_e))^2 (2 - M_oo + 2 M_oo^2) for x = (1 + M_oo^2) (w - σ(u_e) c) - Δ_r σ'(u_e) o",
  given: withUnits,
  claim: equation(along(estimate(i, j)), valueAlong),
  expected: 'proved',
  proof: () => {
    const scale = add(1, square(curvature));
    /** Σ_j x_j M(i, j). */
    const image = (from: SamplePoint): Term =>
      subtract(
        multiply(scale, subtract(estimate(from, weight), multiply(activation, estimate(from, bias)))),
        multiply(noise, estimate(from, biasOfUnit)),
      );
    const simple = (from: SamplePoint): Term =>
      subtract(multiply(scale, noise, slopeOfUnit(from)), multiply(noise, estimate(from, biasOfUnit)));
    const [x, o] = [direction(r, e, i), biasOfUnit];
    const rest = multiply(noise, noise, subtract(curvature, multiply(scale, slopeOfUnit(o))));
    return start(along(estimate(i, j)))
      .equals(sum(i, multiply(x, image(i))), by.definition(direction), by.linearity, by.delta)
      .equals(sum(i, multiply(x, simple(i))), by.theorem(theoremOf(alongTheNullVector)))
      .equals(
        subtract(
          multiply(scale, subtract(simple(weight), multiply(activation, simple(bias)))),
          multiply(noise, simple(biasOfUnit)),
        ),
        by.definition(direction),
        by.linearity,
        by.delta,
      )
      .equals(
        subtract(rest, multiply(scale, noise, subtract(estimate(o, weight), multiply(activation, estimate(o, bias))))),
        ...untouched.map(by.assumption),
        by.theorem(theoremOf(symmetry), { points: { i: weight, j: o } }),
        by.theorem(theoremOf(symmetry), { points: { i: bias, j: o } }),
      )
      .equals(subtract(rest, multiply(scale, noise, noise, slopeOfUnit(o))), by.theorem(theoremOf(alongTheNullVector)))
      .equals(valueAlong, by.assumption(isBiasOfUnit));
  },
});
