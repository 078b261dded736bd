import {
  assume,
  by,
  type Direction,
  declare,
  equation,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
} from 'fisher-rao';
import { i, j } from './setting.ts';

const { derivative, divide, log, multiply, square, subtract, sum } = term;

/** States, observables X_k(x), one for each parameter, and weights exp(sum_k θ_k X_k(x)), known by their derivatives. */
const states = declare.space('X');
const [x, other] = [declare.point('x', states), declare.point("x'", states)];
const k = declare.direction('k');
const weight = declare.function('w', states);
const observable = declare.function('X', [k, x]);
const gibbs = assume.equation(
  'w is exp(sum_k θ_k X_k), up to a constant factor',
  derivative(k, weight(x)),
  multiply(weight(x), observable(k, x)),
);
const given = [assume.positive(weight), assume.differentiable(weight), assume.constant(observable), gibbs];

/** The partition function, the probability of a state, and means. */
const Z = sum(other, weight(other));
const probability = (of: PointVariable): Term => divide(weight(of), Z);
const meanOver = (at: PointVariable, of: Term): Term => divide(sum(at, multiply(weight(at), of)), Z);
const meanOf = (along: Direction): Term => meanOver(x, observable(along, x));
const covariance = subtract(meanOver(x, multiply(observable(i, x), observable(j, x))), multiply(meanOf(i), meanOf(j)));

export const gibbsMeasure = statement({
  label: 'T-2.4.1',
  title: 'the Hessian of log Z is the covariance of the observables; any number of states and observables',
  given: [...given, assume.differentiable(weight, 2)],
  claim: equation(derivative(i, derivative(j, log(Z))), covariance),
  expected: 'proved',
  proof: () =>
    start(derivative(i, derivative(j, log(Z))))
      .equals(derivative(i, divide(derivative(j, Z), Z)), by.logarithmicDerivative)
      .equals(derivative(i, divide(sum(x, derivative(j, weight(x))), Z)), by.derivativeOfSum)
      .equals(derivative(i, meanOf(j)), by.assumption(gibbs))
      .equals(
        subtract(
          divide(sum(x, multiply(derivative(i, weight(x)), observable(j, x))), Z),
          divide(multiply(sum(x, multiply(weight(x), observable(j, x))), sum(x, derivative(i, weight(x)))), square(Z)),
        ),
        by.differentiation,
        by.derivativeOfSum,
        by.linearity,
      )
      .equals(covariance, by.assumption(gibbs)),
});

const metric = sum(x, multiply(probability(x), derivative(i, log(probability(x))), derivative(j, log(probability(x)))));

export const metricOfGibbsMeasures = statement({
  label: 'T-2.4.1/metric',
  title: 'and this is their Fisher metric',
  given,
  claim: equation(metric, covariance),
  expected: 'proved',
  proof: () => {
    const relative = (along: Direction): Term =>
      subtract(
        divide(derivative(along, weight(x)), weight(x)),
        divide(sum(other, derivative(along, weight(other))), Z),
      );
    const centred = (along: Direction): Term =>
      subtract(observable(along, x), meanOver(other, observable(along, other)));
    return start(metric)
      .equals(
        sum(x, multiply(probability(x), relative(i), relative(j))),
        by.logarithmicDerivative,
        by.differentiation,
        by.derivativeOfSum,
      )
      .equals(sum(x, multiply(probability(x), centred(i), centred(j))), by.assumption(gibbs))
      .equals(covariance, by.linearity);
  },
});

export const meanAsDerivative = statement({
  label: 'T-2.4.1/mean',
  title: 'the mean of an observable is the derivative of log Z',
  given,
  claim: equation(derivative(j, log(Z)), meanOf(j)),
  expected: 'proved',
  proof: () =>
    start(derivative(j, log(Z)))
      .equals(divide(sum(x, derivative(j, weight(x))), Z), by.logarithmicDerivative, by.derivativeOfSum)
      .equals(meanOf(j), by.assumption(gibbs)),
});
