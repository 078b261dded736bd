/**
 * A sample of N labels y_s, s in a finite space S, any points of the space of labels. What is used of them is the likelihood
 * p(y_s; θ) of each, of the exponential family with the outputs and the log-partition of `exponential-outputs.ts`, and its
 * statistics t_a(y_s): functions of s, so that no measure matters.
 */
import { assume, by, type Direction, declare, type PointVariable, type Term, type Theorem, term } from 'fisher-rao';
import { a, base, F, h, p, statistics, Y, η } from './exponential-outputs.ts';

const { add, derivative, divide, log, multiply, subtract, sum } = term;

const S = declare.space('S');
export const s = declare.point('s', S);
const likelihood = declare.function('P', S);
const baseOfSample = declare.function('κ', S);
const statisticsOfSample = declare.function('T', [a, s]);
/** t_a(y_s), and t_a(y_s) - η_a. */
export const T = (output: PointVariable): Term => statisticsOfSample(output, s);
export const deviationOfSample = declare.definition('ζ', [a, s], subtract(T(a), η(a)));
export const ζ = (output: PointVariable): Term => deviationOfSample(output, s);

/** What is assumed of the labels of the sample, besides what is assumed of their law. */
export const sampleOfLabels = (order: number) => [
  assume.positive(likelihood),
  assume.differentiable(likelihood, order),
  assume.positive(baseOfSample),
  assume.constant(baseOfSample),
  assume.constant(statisticsOfSample),
  assume.equation(
    'labels of the exponential family',
    log(likelihood(s)),
    subtract(add(log(baseOfSample(s)), sum(a, multiply(T(a), h(a)))), F),
  ),
];

/** A theorem of one label of Y, for each label of the sample. */
export const atSample = (theorem: Theorem) =>
  by.theorem(theorem, {
    spaces: { [Y.kind === 'base' ? Y.name : '']: S },
    functions: [
      [p, (label: PointVariable) => likelihood(label)],
      [base, (label: PointVariable) => baseOfSample(label)],
      [statistics, (output: PointVariable, label: PointVariable) => statisticsOfSample(output, label)],
    ],
  });

/** The mean of a quantity over the sample. */
export const sampleMean = (quantity: Term): Term => divide(sum(s, quantity), sum(s, 1));
/** ∂_i log p(y_s) and ∂_i ∂_j log p(y_s). */
export const sampleScore = (along: Direction): Term => derivative(along, log(likelihood(s)));
export const sampleHessian = (first: Direction, second: Direction): Term => derivative(first, sampleScore(second));
/** Δ_a = η_a - mean of t_a over the sample. */
export const meanDeviation = declare.definition('Δ', [a], subtract(η(a), sampleMean(T(a))));
export const Δ = (output: PointVariable): Term => meanDeviation(output);
