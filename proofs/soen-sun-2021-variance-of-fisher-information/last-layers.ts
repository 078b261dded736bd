/**
 * A network of which only the last layers are known: its outputs are h_a = Σ_m W(a, m) σ(u_m) + β_a, m the units of the last
 * hidden layer. The pre-activations u_m are any functions of the parameters below, each with a bias of its own added. So is
 * every dense network with a hidden layer, and every network that ends in two dense layers.
 */
import { assume, declare, type SamplePoint, type Term, term } from 'fisher-rao';
import { A, a, b, bend, h, i, j, pulledBack } from './exponential-outputs.ts';
import { Δ } from './samples-of-labels.ts';

const { add, delta, derivative, multiply, negate, square, subtract, sum } = term;

const U = declare.space('U');
/** Units of the last hidden layer. */
export const [e, m] = ['e', 'm'].map((name) => declare.point(name, U));
/** An output. */
export const r = declare.point('r', A);
const W = declare.function('W', [r, m]);
const β = declare.function('β', [r]);
const u = declare.function('u', [m]);
const σ = declare.realFunction('σ', [], [m]);

/** The coordinates of θ that are the weight W(r, e), the bias β_r, and the bias of the unit e. */
export const weight = declare.coordinates('w', [r, e])(r, e);
export const bias = declare.coordinates('c', [r])(r);
export const biasOfUnit = declare.coordinates('o', [e])(e);

/** σ(u_e), σ'(u_e) and ∂_i u_e. */
export const activation = σ(e, u(e));
export const steepness = σ.prime(e, u(e));
export const slopeOfUnit = (along: SamplePoint): Term => derivative(along, u(e));

/** h_b from the last hidden layer. */
export const fromUnits = add(sum(m, multiply(W(b, m), σ(m, u(m)))), β(b));
export const outputsOfUnits = assume.equation('the outputs are linear in the last hidden layer', h(b), fromUnits);
const free = (name: string, of: Term) => assume.equation(name, of, 0);
export const untouched = [
  free('hidden units do not depend on the weights of the last layer', derivative(weight, u(m))),
  free('hidden units do not depend on the biases of the last layer', derivative(bias, u(m))),
];
/** What is used of the weights and biases of the last layer as coordinates. */
export const ofTheLastLayer = [
  assume.equation('w(r, e) is the weight W(r, e)', derivative(weight, W(b, m)), multiply(delta(r, b), delta(e, m))),
  assume.equation('c(r) is the bias β(r)', derivative(bias, β(b)), delta(r, b)),
  free('biases do not depend on weights', derivative(weight, β(b))),
  free('weights do not depend on biases', derivative(bias, W(b, m))),
  ...untouched,
];
export const isBiasOfUnit = assume.equation('o(e) is added to the pre-activation of e', slopeOfUnit(biasOfUnit), 1);
const smoothLastLayers = [assume.differentiable(σ), ...[W, β, u].map((f) => assume.differentiable(f))];

/** All that is assumed of these layers. */
export const lastLayers = [assume.differentiable(h), ...smoothLastLayers, outputsOfUnits, ...ofTheLastLayer];

/** The second estimator by (8). */
export const estimate = declare.definition('M', [i, j], add(sum(a, multiply(Δ(a), bend(i, j, a))), pulledBack(i, j)));
/** Δ_r σ'(u_e). */
export const noise = multiply(Δ(r), steepness);
/** M_oo for the bias o of the unit. */
export const curvature = estimate(biasOfUnit, biasOfUnit);
/**
 * The vector x = (1 + M_oo^2) (w - σ(u_e) c) - Δ_r σ'(u_e) o in these three coordinates: along w - σ(u_e) c the outputs do not
 * change.
 */
export const direction = declare.definition(
  'x',
  [r, e, i],
  subtract(
    multiply(add(1, square(curvature)), subtract(delta(i, weight), multiply(activation, delta(i, bias)))),
    multiply(noise, delta(i, biasOfUnit)),
  ),
);
export const along = (entry: Term): Term => sum(i, sum(j, multiply(direction(r, e, i), direction(r, e, j), entry)));
/** -Δ_r^2 σ'(u_e)^2 (2 - M_oo + 2 M_oo^2), which is negative but where Δ_r σ'(u_e) = 0. */
const margin = add(multiply(2, square(subtract(curvature, term.fraction(1, 4)))), term.fraction(15, 8));
export const valueAlong = negate(multiply(square(noise), margin));
