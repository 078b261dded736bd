/** The objects that the statements are about, and the ledger of the assumptions that they may rest on. */
import {
  type Assumption,
  assume,
  type CallableFunction,
  type Direction,
  declare,
  type Natural,
  next,
  type PointVariable,
  type Term,
  term,
} from 'fisher-rao';

const { derivative, divide, log, multiply, sum } = term;

/** Two coordinates of the parameter, not necessarily different ones. */
export const i = declare.direction('i');
export const j = declare.direction('j');

/**
 * One observation: x in X with density p(x|θ). Another one: y in Y with density q(y|θ). The spaces may be finite,
 * countable or continuous; on the first two densities are probabilities.
 */
export const X = declare.measureSpace('X');
export const Y = declare.measureSpace('Y');
export const x = declare.point('x', X);
export const y = declare.point('y', Y);
export const p = declare.function('p', X);
export const q = declare.function('q', Y);

/** n observations, the one with number α in X_α with density f_α: the factors may differ. */
export const n = declare.natural('n');
export const α = declare.natural('α');
export const family = declare.measureSpaces('X');
export const f = declare.functions('f', family);
export const observation = (number: Natural): PointVariable => declare.point('x', family(number));
export const sample = (length: Natural | number): PointVariable => declare.point('w', family.first(length));

/** (A.1.1) The density of n independent observations, by recursion: P_0 = 1, P_{n+1}(v, x) = P_n(v) f_{n+1}(x). */
export const joint = declare.recursion('P', family, term.fraction(1, 1), (before, number, _v, last) =>
  multiply(before, f(next(number), last)),
);

/** The score ∂_i log of a probability. */
export const score = (direction: Direction, probability: Term): Term => derivative(direction, log(probability));

/** ∂_i u / u, which the score is for positive u. */
export const relative = (direction: Direction, probability: Term): Term =>
  divide(derivative(direction, probability), probability);

/** (2.1.2) The expectation of a quantity, point by point, under probabilities. */
export const expectation = (over: PointVariable, probability: Term, quantity: Term): Term =>
  sum(over, multiply(probability, quantity));

/** (2.1.1) The entry (i, j) of the Fisher information. */
export const information = (over: PointVariable, probability: Term): Term =>
  expectation(over, probability, multiply(score(i, probability), score(j, probability)));

/**
 * What is assumed of a density, over its point: it is positive, smooth in θ and normalised, it may be differentiated so
 * many times under the integral, and its information is finite. On finite spaces the last two cost nothing.
 */
const regular = (density: CallableFunction, at: Term, over: PointVariable, order: number): readonly Assumption[] => [
  assume.positive(density),
  assume.differentiable(density, order),
  assume.normalised(density),
  assume.exchange(at, order, over),
  assume.integrable(multiply(at, score(i, at), score(j, at)), over),
];

/** What is assumed of one observation, of the other, and of each of n. */
export const regularX = regular(p, p(x), x, 1);
export const regularY = regular(q, q(y), y, 1);
export const regularEach = regular(f, f(α, observation(α)), observation(α), 1);

/** For second derivatives. */
export const twiceRegularX = regular(p, p(x), x, 2);
