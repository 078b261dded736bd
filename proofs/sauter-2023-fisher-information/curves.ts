/**
 * What general statements about curves and tangent vectors are about: a function f of any number of coordinates θ_a, a in S,
 * and a curve θ_a(t) through them; or coordinates θ_a that are functions of others.
 */
import { assume, declare, type PointVariable, type Term, term } from 'fisher-rao';

export const S = declare.space('S');
export const [a, b] = ['a', 'b'].map((name) => declare.point(name, S));
/** Time, one coordinate, and any others. */
export const t = declare.coordinates('t', [])();
export const [i, j] = ['i', 'j'].map(declare.direction);
export const θ = declare.function('θ', S);
/** The parameter of the coordinate curve of θ_b: along it θ_b moves with unit speed and the others rest. */
export const curve = declare.coordinates('s', [b]);
export const coordinateCurve = assume.equation(
  'along the curve of θ_b only θ_b moves, with unit speed',
  term.derivative(curve(b), θ(a)),
  term.delta(a, b),
);
const f = declare.realFunction('f', [S]);
const inner = declare.point('q', S);
/** f at θ, and ∂f/∂θ_a there. */
export const value: Term = f(inner, θ(inner));
export const partial = (along: PointVariable): Term => f.partial(along)(inner, θ(inner));
export const smoothCurve = [assume.differentiable(f), assume.differentiable(θ)];
/** The components of a tangent vector. */
export const A = declare.function('A', S);
