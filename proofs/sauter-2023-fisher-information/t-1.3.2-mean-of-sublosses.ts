import { assume, by, declare, equation, start, statement, term } from 'fisher-rao';

const i = declare.direction('i');

const D = declare.space('D');

const d = declare.point('d', D);

const l = declare.function('l', D);

const { derivative, divide, sum } = term;

const count = sum(d, 1);

export const meanOfSublosses = statement({
  label: 'T-1.3.2',
  title: 'the gradient of the mean of the sublosses is the mean of their gradients, for any number of data',
  given: [assume.differentiable(l)],
  claim: equation(derivative(i, divide(sum(d, l(d)), count)), divide(sum(d, derivative(i, l(d))), count)),
  expected: 'proved',
  proof: () =>
    start(derivative(i, divide(sum(d, l(d)), count))).equals(
      divide(sum(d, derivative(i, l(d))), count),
      by.differentiation,
      by.derivativeOfSum,
      by.linearity,
    ),
});
