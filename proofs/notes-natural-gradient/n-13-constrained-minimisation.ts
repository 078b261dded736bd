import { by, type Direction, equation, start, statement, type Term, term } from 'fisher-rao';
import {
  applied,
  contracted,
  divergenceOf,
  gradient,
  multiplier,
  natural,
  naturalGradientExists,
  other,
  solves,
  step,
} from './natural-gradient.ts';

const { add, divide, multiply, square, subtract } = term;

const away = (direction: Direction): Term => subtract(other(direction), step(direction));
const gain = subtract(contracted(gradient, other), contracted(gradient, step));
const byDivergence = multiply(
  multiplier,
  subtract(divergenceOf(away), subtract(divergenceOf(other), divergenceOf(step))),
);

export const constrainedMinimisation = statement({
  label: 'N-13',
  title:
    'to first order the loss at any displacement d exceeds that at the step d* = -N/λ by λ (d - d*) F (d - d*)/2, where the divergences of both are equal: none of the same divergence lowers it more',
  given: naturalGradientExists,
  claim: equation(gain, byDivergence),
  expected: 'proved',
  proof: () =>
    start(gain)
      .equals(add(contracted(gradient, other), divide(contracted(gradient, natural), multiplier)), by.rearrangement)
      .equals(add(contracted(other, applied), divide(contracted(natural, applied), multiplier)), by.assumption(solves))
      .equals(byDivergence, by.rearrangement),
});

const squaredLength = divide(contracted(gradient, natural), multiply(2, square(multiplier)));

export const divergenceOfTheStep = statement({
  label: 'N-13/divergence',
  title: 'the divergence of the step, to second order, is g.N/(2 λ^2), so that λ fits it to any budget',
  given: naturalGradientExists,
  claim: equation(divergenceOf(step), squaredLength),
  expected: 'proved',
  proof: () =>
    start(divergenceOf(step))
      .equals(divide(contracted(natural, applied), multiply(2, square(multiplier))), by.rearrangement)
      .equals(squaredLength, by.assumption(solves)),
});
