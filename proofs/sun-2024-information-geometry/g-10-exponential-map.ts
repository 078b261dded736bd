import {
  assume,
  bernoulli,
  by,
  calculation,
  type Direction,
  declare,
  equation,
  experiment,
  type Family,
  familySpace,
  geodesicFrom,
  type PointVariable,
  reparametrize,
  start,
  statement,
  type Term,
  term,
} from 'fisher-rao';
import { a, b, c, i, j, k, S, θ } from './changes-of-coordinates.ts';
import { logit, sigmoid } from './setting.ts';

const { add, derivative, fraction, multiply, subtract, sum } = term;

export const angle = calculation({
  label: 'G-10/angle',
  title: 'for a coin p = sin(phi/2)^2 has unit metric, so that geodesics are straight in phi',
  symbols: { phi: 'real' },
  definitions: { p: 'sin(phi/2)^2' },
  claim: 'D(p, phi)^2/(p*(1 - p)) = 1',
  expected: 'proved',
});

/**
 * Any metric g in coordinates θ_a, and the coordinates θ_a as functions of others, φ_i, along which ∂_i is taken; a curve in
 * φ with velocity v and acceleration w at a point. Symmetric matrices are those of the form h + h^T.
 */
const half = declare.realFunction('h', [S], [a, b]);
const inner = declare.point('q', S);
const g = (one: PointVariable, other: PointVariable): Term =>
  add(half(one, other, inner, θ(inner)), half(other, one, inner, θ(inner)));
const slopeOfG = (one: PointVariable, other: PointVariable, along: PointVariable): Term =>
  add(half.partial(along)(one, other, inner, θ(inner)), half.partial(along)(other, one, inner, θ(inner)));
const metric = (one: Direction, other: Direction): Term =>
  sum(a, sum(b, multiply(g(a, b), derivative(one, θ(a)), derivative(other, θ(b)))));
const [v, w] = [declare.function('v', i.space), declare.function('w', i.space)];

/** Velocity and acceleration of the same curve in θ. */
const velocity = (at: PointVariable): Term => sum(i, multiply(derivative(i, θ(at)), v(i)));
const acceleration = (at: PointVariable): Term =>
  add(
    sum(i, multiply(derivative(i, θ(at)), w(i))),
    sum(i, sum(j, multiply(derivative(i, derivative(j, θ(at))), v(i), v(j)))),
  );

/** g_cb W_b + (∂_b g_ca - ∂_c g_ab/2) V_a V_b: the geodesic equation with lower index, says that it is zero. */
const equationInTheta = (at: PointVariable): Term =>
  add(
    sum(b, multiply(g(at, b), acceleration(b))),
    sum(
      a,
      sum(
        b,
        multiply(subtract(slopeOfG(at, a, b), multiply(fraction(1, 2), slopeOfG(a, b, at))), velocity(a), velocity(b)),
      ),
    ),
  );
const equationInPhi = add(
  sum(j, multiply(metric(k, j), w(j))),
  sum(
    i,
    sum(
      j,
      multiply(
        subtract(derivative(j, metric(k, i)), multiply(fraction(1, 2), derivative(k, metric(i, j)))),
        v(i),
        v(j),
      ),
    ),
  ),
);
const pulledBack = sum(c, multiply(derivative(k, θ(c)), equationInTheta(c)));

export const geodesicsInAnyCoordinates = statement({
  label: 'G-10',
  title:
    'the exponential map makes the step invariant, for any metric and any number of coordinates: the geodesic equation in φ is the one in θ times ∂θ_c/∂φ_k, so that the same curves are geodesics',
  given: [assume.differentiable(θ, 2), assume.differentiable(half)],
  claim: equation(equationInPhi, pulledBack),
  expected: 'proved',
  proof: () =>
    start(equationInPhi).equals(
      pulledBack,
      by.derivativeOfSum,
      by.differentiation,
      by.chainRule,
      by.symmetryOfDerivatives,
      by.rearrangement,
    ),
});

export const exponentialMap = experiment({
  label: 'G-10/step',
  title: 'the exponential map, integrated in p and in the logit, ends where the angle says',
  claim: 'exp_p(v) = sin((phi + v/sqrt(p (1 - p)))/2)^2',
  expected: 'supported',
  tolerance: 1e-9,
  instances: [
    { p: 0.5, v: 0.08 },
    { p: 0.3, v: -0.125 },
    { p: 0.7, v: 0.125 },
  ],
  // The library's geodesics by the equation, in the coordinate p and in the logit.
  evaluate: ({ p, v }) => {
    const phi = 2 * Math.asin(Math.sqrt(p));
    const closed = Math.sin((phi + v / Math.sqrt(p * (1 - p))) / 2) ** 2;
    const inP = endOf(bernoulli(), p, v);
    const inLogit = endOf(inTheLogit, logit(p), v / (p * (1 - p)));
    return { left: [inP, sigmoid(inLogit)], right: [closed, closed] };
  },
});

const inTheLogit = reparametrize(bernoulli(), [{ name: 'h', domain: 'real' }], { theta: '1/(1 + exp(-h))' });

/** The point at time 1 of the geodesic with this first velocity. */
function endOf(family: Family, from: number, velocity: number): number {
  if (velocity === 0) return from;
  return geodesicFrom(familySpace(family), { from: [from], direction: [velocity], times: [1] }, 'equation').points[0]
    .values[0];
}
