/**
 * What general statements about coordinates are about: a family of densities p(x; (θ_b)_b) on any space X, finite,
 * countable or continuous, in any number of coordinates θ_b, b in S, which are functions of the coordinates φ_i of another
 * parameter: the coordinates along which ∂_i is taken. There may be as many of these or not: the outputs of a network are
 * such functions of its weights. Where there are as many, the coordinates φ_i may number both.
 */
import { assume, type Direction, declare, type PointVariable, type SampleSpace, type Term, term } from 'fisher-rao';

const { derivative, divide, multiply, sum } = term;

export const X = declare.measureSpace('X');
export const S = declare.space('S');
export const x = declare.point('x', X);
export const [i, j, k, l] = ['i', 'j', 'k', 'l'].map(declare.direction);

/** The family with coordinates θ_b that are numbered by the points of a space. */
export const familyNumberedBy = (space: SampleSpace) => {
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name) => declare.point(name, space));
  /** θ_b as a function of φ, and p at θ(φ) with its derivatives ∂p/∂θ_b there. */
  const θ = declare.function('θ', space);
  const law = declare.realFunction('p', [space], [x]);
  const inner = declare.point('q', space);
  const p = (outcome: PointVariable = x): Term => law(outcome, inner, θ(inner));
  const slope = (along: PointVariable, outcome: PointVariable): Term => law.partial(along)(outcome, inner, θ(inner));
  /** The score in θ_b, ∂ log p/∂θ_b, and that in φ_i. */
  const scoreIn = (along: PointVariable, outcome: PointVariable = x): Term => divide(slope(along, outcome), p(outcome));
  const score = (along: Direction, outcome: PointVariable = x): Term => derivative(along, term.log(p(outcome)));
  /** The Fisher metric in the coordinates θ, and that in φ. */
  const g = declare.definition('g', [a, b], sum(x, multiply(p(), scoreIn(a), scoreIn(b))));
  const metric = declare.definition('G', [i, j], sum(x, multiply(p(), score(i), score(j))));
  /** Σ_ab ∂_iθ_a ∂_jθ_b g_ab. */
  const pulledBack = (first: Direction, second: Direction): Term =>
    sum(a, sum(b, multiply(derivative(first, θ(a)), derivative(second, θ(b)), g(a, b))));
  const smoothFamily = [
    assume.positive(law),
    assume.differentiable(law),
    assume.differentiable(θ),
    assume.integrable(multiply(p(), scoreIn(a), scoreIn(b)), x),
  ];
  return { a, b, c, d, e, θ, law, p, scoreIn, score, g, metric, pulledBack, smoothFamily };
};

export const { a, b, c, d, e, θ, law, p, scoreIn, score, g, metric, pulledBack, smoothFamily } = familyNumberedBy(S);
