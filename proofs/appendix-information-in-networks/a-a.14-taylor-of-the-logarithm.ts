import { assume, by, type Direction, declare, equation, start, statement, type Term, term } from 'fisher-rao';
import { p, x } from './setting.ts';

const { add, at, delta, derivative, fraction, log, multiply, subtract, sum } = term;

/** Coordinates, some to sum over, and the coordinates of θ themselves as functions of θ. */
const [i, j, h, k, m] = ['i', 'j', 'h', 'k', 'm'].map((name) => declare.direction(name));
const coordinate = declare.function('c', k.space);
const isCoordinate = assume.equation('c_k is the coordinate k of θ', derivative(i, coordinate(k)), delta(i, k));

/** The displacement ε = θ - θ0, and the log-density with its derivatives at θ0. */
const θ0 = declare.parameter('θ0');
const displacement = (along: Direction): Term => subtract(coordinate(along), at(coordinate(along), θ0));
const logarithm = log(p(x));
const slope = (along: Direction): Term => at(derivative(along, logarithm), θ0);
const second = (one: Direction, other: Direction): Term => at(derivative(one, derivative(other, logarithm)), θ0);
const half = fraction(1, 2);

/** What is left of log q beside its Taylor polynomial of second order at θ0. */
const rest = subtract(
  logarithm,
  add(
    at(logarithm, θ0),
    sum(k, multiply(displacement(k), slope(k))),
    multiply(half, sum(k, sum(m, multiply(displacement(k), displacement(m), second(k, m))))),
  ),
);

/** Its first and second derivatives at any θ. */
const gradientOfTheRest = (along: Direction): Term =>
  subtract(
    derivative(along, logarithm),
    add(slope(along), sum(k, multiply(displacement(k), multiply(half, add(second(along, k), second(k, along)))))),
  );
const hessianOfTheRest = (one: Direction, other: Direction): Term =>
  subtract(derivative(one, derivative(other, logarithm)), multiply(half, add(second(one, other), second(other, one))));

const differentiated = [
  by.differentiation,
  by.derivativeOfSum,
  by.assumption(isCoordinate),
  by.delta,
  by.rearrangement,
] as const;
const smooth = (order: number, ofCoordinates: number = order) => [
  assume.positive(p),
  assume.differentiable(p, order),
  assume.differentiable(coordinate, ofCoordinates),
  isCoordinate,
];

export const taylorOfTheLogarithm = statement({
  label: 'A-A.14',
  title:
    'the expansion of the log-density to second order in ε = θ - θ0, any dimension: what is left has no second derivative at θ0',
  given: smooth(2),
  claim: equation(at(derivative(i, derivative(j, rest)), θ0), 0),
  expected: 'proved',
  proof: () =>
    start(at(derivative(i, derivative(j, rest)), θ0))
      .equals(at(derivative(i, gradientOfTheRest(j)), θ0), ...differentiated)
      .equals(at(hessianOfTheRest(i, j), θ0), ...differentiated)
      .equals(0, by.evaluation, by.symmetryOfDerivatives),
});

export const firstDerivativeOfTheRest = statement({
  label: 'A-A.14/gradient',
  title: 'nor a first derivative',
  given: smooth(2, 1),
  claim: equation(at(derivative(i, rest), θ0), 0),
  expected: 'proved',
  proof: () =>
    start(at(derivative(i, rest), θ0))
      .equals(at(gradientOfTheRest(i), θ0), ...differentiated)
      .equals(0, by.evaluation, by.rearrangement),
});

export const valueOfTheRest = statement({
  label: 'A-A.14/value',
  title: 'nor a value',
  given: [assume.positive(p), assume.differentiable(p, 2)],
  claim: equation(at(rest, θ0), 0),
  expected: 'proved',
  proof: () => start(at(rest, θ0)).equals(0, by.evaluation, by.rearrangement),
});

export const thirdDerivativeOfTheRest = statement({
  label: 'A-A.14/third-order',
  title: 'and its third derivative is that of the log-density',
  given: smooth(3),
  claim: equation(
    derivative(h, derivative(i, derivative(j, rest))),
    derivative(h, derivative(i, derivative(j, logarithm))),
  ),
  expected: 'proved',
  proof: () =>
    start(derivative(h, derivative(i, derivative(j, rest))))
      .equals(derivative(h, derivative(i, gradientOfTheRest(j))), ...differentiated)
      .equals(derivative(h, hessianOfTheRest(i, j)), ...differentiated)
      .equals(derivative(h, derivative(i, derivative(j, logarithm))), by.differentiation),
});
