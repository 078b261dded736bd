import { assume, by, type Direction, declare, equation, start, statement, type Term, term } from 'fisher-rao';
import { contracted, gradient, k, other } from './natural-gradient.ts';
import { X } from './setting.ts';

const { add, divide, multiply, negate, square, subtract, sum } = term;

/** The step size η > 0, the value of a function at any point. */
const size = declare.function('η', X);
const eta = size(declare.point('o', X));

type Displacement = (along: Direction) => Term;
const squaredLength = (of: Displacement): Term => sum(k, square(of(k)));
const penalised = (of: Displacement): Term =>
  add(contracted(gradient, of), divide(squaredLength(of), multiply(2, eta)));
const step: Displacement = (along) => negate(multiply(eta, gradient(along)));
const away: Displacement = (along) => subtract(other(along), step(along));
const excess = subtract(penalised(other), penalised(step));

export const gradientDescentNeighbourhood = statement({
  label: 'N-fn.4',
  title:
    'the linearised loss plus the penalty |d|^2/(2 η) is least at d = -η g: at any other d it is larger by |d + η g|^2/(2 η); any dimension',
  given: [assume.positive(size)],
  claim: equation(excess, divide(squaredLength(away), multiply(2, eta))),
  expected: 'proved',
  proof: () => start(excess).equals(divide(squaredLength(away), multiply(2, eta)), by.rearrangement),
});

export const radiusOfTheStep = statement({
  label: 'N-fn.4/radius',
  title: 'so its length η |g| varies with the gradient: the square is η^2 |g|^2',
  given: [assume.positive(size)],
  claim: equation(squaredLength(step), multiply(square(eta), squaredLength(gradient))),
  expected: 'proved',
  proof: () => start(squaredLength(step)).equals(multiply(square(eta), squaredLength(gradient)), by.rearrangement),
});
