/**
 * How far estimators are from what they estimate: samples ω of N labels from any law P, the errors e_ij(ω) of the entries of an
 * estimator, and what V-0 says of their mean squares. f(ω) is 1 on some event, 0 elsewhere.
 */
import { assume, declare, type Term, term } from 'fisher-rao';
import { constant, i, j } from './exponential-outputs.ts';

const { multiply, square, sum } = term;

export const ω = declare.point('ω', declare.measureSpace('Ω'));
export const P = declare.function('P', ω.space);
export const f = declare.function('f', ω.space);
export const [N, ε] = ['N', 'ε'].map(constant);
export const mean = (quantity: Term): Term => sum(ω, multiply(P(ω), quantity));
/** The law of the samples, and the event. */
export const lawOfSamples = [assume.nonnegative(P), assume.positive(N), assume.integrable(multiply(P(ω), f(ω)), ω)];
export const probability = mean(f(ω));

/** The squared norm of the errors of an estimator, the sum of the variances V_ij of its entries for one label, and V-0. */
export function errorsOf(name: string, variances: string) {
  const error = declare.function(name, [ω, i, j]);
  const variance = declare.function(variances, [i, j]);
  return {
    square: square(error(ω, i, j)),
    squaredNorm: sum(i, sum(j, square(error(ω, i, j)))),
    variance: variance(i, j),
    totalVariance: sum(i, sum(j, variance(i, j))),
    rate: assume.equation(
      `the mean of ${name}_ij^2 is ${variances}_ij/N`,
      variance(i, j),
      multiply(N(), mean(square(error(ω, i, j)))),
    ),
  };
}
