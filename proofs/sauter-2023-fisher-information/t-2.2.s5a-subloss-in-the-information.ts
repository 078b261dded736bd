import { assume, by, declare, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { partition, subloss } from './networks-as-models.ts';
import { i, information, j, p, regularX, twiceRegularX, X, x } from './setting.ts';
import { twoFormsOfTheMetric } from './two-forms-of-the-metric.ts';

/** A central difference of first or second order. */
const slope = (f: (w: number) => number, w: number): number => (f(w + 1e-4) - f(w - 1e-4)) / 2e-4;
const curvature = (f: (w: number) => number, w: number): number => (f(w + 1e-3) - 2 * f(w) + f(w - 1e-3)) / 1e-6;

export const sublossInTheInformation = experiment({
  label: 'T-2.2.S5a',
  title: 'the subloss may take the place of the log-likelihood (as printed): softmax with squared loss at w = 1',
  claim: 'the information of the normalised model = E[(dl)^2] = E[d^2 l]',
  expected: 'refuted',
  tolerance: 1e-6,
  certain: 5e-5,
  instances: [{ w: 1 }],
  evaluate: ({ w }) => {
    const probability = (y: number): number => Math.exp(-subloss(w, y)) / partition(w);
    const under = (f: (y: number) => number): number => probability(0) * f(0) + probability(1) * f(1);
    const logLikelihood = (y: number) => (v: number) => -subloss(v, y) - Math.log(partition(v));
    const information = under((y) => slope(logLikelihood(y), w) ** 2);
    return {
      left: [information, information],
      right: [under((y) => slope((v) => subloss(v, y), w) ** 2), under((y) => curvature((v) => subloss(v, y), w))],
    };
  },
});

const { derivative, log, multiply, negate, subtract, sum } = term;

/** The density exp(-l)/Z of a subloss l, with a partition function Z that does not depend on the parameter. */
const ofSubloss = declare.function('l', X);
const Z = declare.function('Z', []);
const isGibbs = assume.equation('p is exp(-l)/Z', log(p(x)), subtract(negate(ofSubloss(x)), log(Z())));
const products = sum(x, multiply(p(x), derivative(i, ofSubloss(x)), derivative(j, ofSubloss(x))));
const hessian = sum(x, multiply(p(x), derivative(i, derivative(j, ofSubloss(x)))));

const regular = [assume.positive(p), assume.positive(Z), assume.constant(Z), isGibbs];
const productsExist = assume.integrable(multiply(p(x), derivative(i, ofSubloss(x)), derivative(j, ofSubloss(x))), x);
const hessianExists = assume.integrable(multiply(p(x), derivative(i, derivative(j, ofSubloss(x)))), x);

export const sublossWithConstantPartition = statement({
  label: 'T-2.2.S5a/repaired',
  title: 'it may where the partition function is constant: the two minus signs cancel in E[d_i l d_j l]; all families',
  given: [...regular, ...regularX, assume.differentiable(ofSubloss), productsExist],
  claim: equation(information(x, p(x)), products),
  expected: 'proved',
  proof: () => start(information(x, p(x))).equals(products, by.assumption(isGibbs), by.differentiation),
});

export const hessianOfTheSubloss = statement({
  label: 'T-2.2.S5a/hessian',
  title: 'but in the other form the sign changes: there F = +E[d_i d_j l]',
  given: [...regular, ...twiceRegularX, assume.differentiable(ofSubloss, 2), hessianExists],
  claim: equation(information(x, p(x)), hessian),
  expected: 'proved',
  proof: () => {
    const meanHessian = negate(sum(x, multiply(p(x), derivative(i, derivative(j, log(p(x)))))));
    return start(information(x, p(x)))
      .equals(meanHessian, by.theorem(theoremOf(twoFormsOfTheMetric)))
      .equals(hessian, by.assumption(isGibbs), by.differentiation, by.linearity);
  },
});
