import {
  by,
  type Direction,
  declare,
  equation,
  type Natural,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { f, i, j, n, observation, regularEach, score, Y, α } from '../sauter-2023-fisher-information/setting.ts';

const { derivative, multiply, subtract, sum, sumUpTo } = term;

/** The mean over labels y drawn at the input with a number. */
const drawn = (number: Natural, of: Term): Term =>
  sum(observation(number), multiply(f(number, observation(number)), of));
const scoreAt = (along: Direction, number: Natural): Term => score(along, f(number, observation(number)));

export const scoresHaveMeanZero = statement({
  label: 'A-Rem.1/score',
  title: 'at every input the score has mean zero',
  given: regularEach,
  claim: equation(drawn(α, scoreAt(i, α)), 0),
  expected: 'proved',
  proof: () => {
    const y = observation(α);
    return start(drawn(α, scoreAt(i, α)))
      .equals(sum(y, derivative(i, f(α, y))), by.logarithmicDerivative)
      .equals(derivative(i, sum(y, f(α, y))), by.derivativeOfSum)
      .equals(derivative(i, 1), by.normalisation(f))
      .equals(0, by.differentiation);
  },
});

/** The weight of an input in the mean over n inputs; what number it is does not matter. */
const weight = declare.function('w', Y)(declare.point('o', Y));
const mean = (along: Direction): Term => multiply(weight, sumUpTo(α, n, drawn(α, scoreAt(along, α))));
const meanInformation = multiply(weight, sumUpTo(α, n, drawn(α, multiply(scoreAt(i, α), scoreAt(j, α)))));
const covariance = subtract(meanInformation, multiply(mean(i), mean(j)));

export const networkInformation = statement({
  label: 'A-Rem.1',
  title:
    'since the score has mean zero at every input, its covariance over inputs and labels is the average of the informations; any inputs and label spaces',
  given: regularEach,
  claim: equation(covariance, meanInformation),
  expected: 'proved',
  proof: () =>
    start(covariance)
      .equals(
        subtract(meanInformation, multiply(weight, sumUpTo(α, n, 0), mean(j))),
        by.theorem(theoremOf(scoresHaveMeanZero)),
      )
      .equals(meanInformation, by.linearity),
});
