import { assume, by, declare, equation, start, statement, term } from 'fisher-rao';
import { i } from './setting.ts';

const { derivative, divide, sum } = term;

/** Any number of data, with a subloss for each. */
const D = declare.space('D');
const d = declare.point('d', D);
const l = declare.function('l', D);
const count = sum(d, 1);

/** The gradient of the mean subloss, and the mean of the gradients. */
export const gradientOfTheMean = derivative(i, divide(sum(d, l(d)), count));
export const meanOfTheGradients = divide(sum(d, derivative(i, l(d))), count);
export const differentiableLoss = [assume.differentiable(l)];

export const meanOfSublosses = statement({
  label: 'T-1.3.2',
  title: 'the gradient of the mean of the sublosses is the mean of their gradients, for any number of data',
  given: differentiableLoss,
  claim: equation(gradientOfTheMean, meanOfTheGradients),
  expected: 'proved',
  proof: () =>
    start(gradientOfTheMean).equals(meanOfTheGradients, by.differentiation, by.derivativeOfSum, by.linearity),
});
