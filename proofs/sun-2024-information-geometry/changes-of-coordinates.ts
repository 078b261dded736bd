/**
 * What general statements about coordinates are about: a family of densities p(x; (θ_b)_b) on any space X, finite,
 * countable or continuous, in any number of coordinates θ_b, b in S, which are functions of the coordinates φ_i of another parameter, as many as these
 * or not: the coordinates along which ∂_i is taken. The outputs of a network are such functions of its weights.
 */
import { assume, type Direction, declare, type PointVariable, type Term, term } from 'fisher-rao';

const { derivative, divide, multiply, sum } = term;

export const X = declare.measureSpace('X');
export const S = declare.space('S');
export const x = declare.point('x', X);
/** Coordinates of the first kind, and of the second. */
export const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name) => declare.point(name, S));
export const [i, j, k, l] = ['i', 'j', 'k', 'l'].map(declare.direction);

/** θ_b as a function of φ, and p at θ(φ) with its derivatives ∂p/∂θ_b there. */
export const θ = declare.function('θ', S);
export const law = declare.realFunction('p', [S], [x]);
const inner = declare.point('q', S);
export const p = (outcome: PointVariable = x): Term => law(outcome, inner, θ(inner));
const slope = (along: PointVariable, outcome: PointVariable): Term => law.partial(along)(outcome, inner, θ(inner));

/** The score in θ_b, ∂ log p/∂θ_b, and that in φ_i. */
export const scoreIn = (along: PointVariable, outcome: PointVariable = x): Term =>
  divide(slope(along, outcome), p(outcome));
export const score = (along: Direction, outcome: PointVariable = x): Term => derivative(along, term.log(p(outcome)));

/** The Fisher metric in the coordinates θ, and that in φ. */
export const g = declare.definition('g', [a, b], sum(x, multiply(p(), scoreIn(a), scoreIn(b))));
export const metric = declare.definition('G', [i, j], sum(x, multiply(p(), score(i), score(j))));
/** Σ_ab ∂_iθ_a ∂_jθ_b g_ab. */
export const pulledBack = (first: Direction, second: Direction): Term =>
  sum(a, sum(b, multiply(derivative(first, θ(a)), derivative(second, θ(b)), g(a, b))));

export const smoothFamily = [
  assume.positive(law),
  assume.differentiable(law),
  assume.differentiable(θ),
  assume.integrable(multiply(p(), scoreIn(a), scoreIn(b)), x),
];
