/**
 * What general statements are about: a label y of any measure space Y (counts, classes, real numbers), any number of outputs
 * h(a; θ), a in A, that are any functions of the parameters, so those of any network at one input, and the density
 * log p(y; θ) = log k(y) + Σ_a t(a, y) h(a; θ) - F(θ). Sums over y are integrals.
 */
import {
  assume,
  by,
  type CallableFunction,
  declare,
  type PointVariable,
  type SamplePoint,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { scoreHasMeanZero } from '../sauter-2023-fisher-information/score-has-mean-zero.ts';
import * as sauter from '../sauter-2023-fisher-information/setting.ts';

const { add, derivative, log, multiply, subtract, sum } = term;

export const Y = declare.measureSpace('Y');
export const A = declare.space('A');
export const y = declare.point('y', Y);
export const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => declare.point(name, A));
export const [i, j, k, l] = ['i', 'j', 'k', 'l'].map(declare.direction);

export const p = declare.function('p', Y);
export const h = declare.function('h', A);
export const base = declare.function('k', Y);
export const statistics = declare.function('t', [a, y]);
/** The log-partition; as a function of θ alone, since nothing is used of it but that p is normalised. */
export const partition = constant('F');

/** t_a(y). */
export const t = (output: PointVariable, label: PointVariable = y): Term => statistics(output, label);
export const F = partition();
export const logDensity = subtract(add(log(base(y)), sum(a, multiply(t(a), h(a)))), F);

/** The assumptions: an exponential family in its outputs. */
export const exponentialFamily = assume.equation('exponential family', log(p(y)), logDensity);
/** What is used at one label; density, outputs and log-partition are so many times differentiable. */
const smooth = (order: number, ofOutputs = order, ofPartition = 1) => [
  assume.positive(p),
  assume.differentiable(p, order),
  assume.positive(base),
  assume.constant(base),
  assume.constant(statistics),
  assume.differentiable(h, ofOutputs),
  assume.differentiable(partition, ofPartition),
  exponentialFamily,
];
export const densityAtALabel = smooth(1);

/** The mean of a product of statistics exists; on finite spaces it always does. */
const momentOf = (...outputs: readonly PointVariable[]) =>
  assume.integrable(multiply(p(y), ...outputs.map((output) => t(output))), y);
/** Any law of labels of which the statistics have means, covariances, and moments of fourth order. */
export const lawWithMeans = [assume.normalised(p), momentOf(a)];
export const lawWithCovariances = [...lawWithMeans, momentOf(a, b)];
export const lawWithFourthMoments = [...lawWithCovariances, momentOf(a, b, c), momentOf(a, b, c, d)];

/** The law may be differentiated once under the integral, and so may the means of the statistics. */
const regularLaw = assume.exchange(p(y), 1, y);
const regularMeans = assume.exchange(multiply(p(y), t(a)), 1, y);

/** What is used for scores, for their covariances, and for the slopes of means. */
export const differentiableOutputs = [...smooth(1), ...lawWithMeans, regularLaw];
export const withCovariances = [...smooth(1), ...lawWithCovariances, regularLaw];
export const withFourthMoments = [...smooth(1), ...lawWithFourthMoments, regularLaw];
const regular = [assume.normalised(p), momentOf(a, b), regularLaw, regularMeans];
export const regularOutputs = [...smooth(1), ...regular];
/** For Hessians: of other labels than those of the law, of these, and for means over the law. */
export const bentOutputs = [...smooth(1, 2), ...regular];
export const exponentialOutputs = [...smooth(2), ...regular];
/** That the log-partition is as smooth follows: it is Σ_a t_a h_a + log k - log p. */
export const meanHessians = [...smooth(2, 2, 2), ...regular];

/** The mean of a quantity over the labels. */
export const mean = (quantity: Term): Term => sum(y, multiply(p(y), quantity));
/** The score ∂_i log p. */
export const scoreAt = (along: SamplePoint, label: PointVariable): Term => derivative(along, log(p(label)));
export const score = (along: SamplePoint): Term => scoreAt(along, y);
/** ∂_i ∂_j log p. */
export const hessianAt = (first: SamplePoint, second: SamplePoint, label: PointVariable): Term =>
  derivative(first, scoreAt(second, label));
export const hessian = (first: SamplePoint, second: SamplePoint): Term => hessianAt(first, second, y);
/** ∂_i h_a and ∂_i ∂_j h_a. */
export const slope = (along: SamplePoint, output: PointVariable): Term => derivative(along, h(output));
export const bend = (first: SamplePoint, second: SamplePoint, output: PointVariable): Term =>
  derivative(first, derivative(second, h(output)));

/** η_a = E[t_a], and the deviations z_a = t_a - η_a. */
export const η = declare.definition('η', [a], mean(t(a)));
export const deviation = declare.definition('z', [a, y], subtract(t(a), η(a)));
export const z = (output: PointVariable, label: PointVariable = y): Term => deviation(output, label);
/** I_ab = E[z_a z_b] and K_abcd = E[z_a z_b z_c z_d]. */
export const I = declare.definition('I', [a, b], mean(multiply(z(a), z(b))));
export const K = declare.definition('K', [a, b, c, d], mean(multiply(z(a), z(b), z(c), z(d))));

/** r_a = sqrt(K_aaaa), by what it is. */
export const r = declare.function('r', A);
export const root = assume.equation('r_a is the root of K_aaaa', K(a, a, a, a), multiply(r(a), r(a)));
export const withRoots = [assume.nonnegative(p), ...lawWithFourthMoments, assume.positive(r), root];

/** Σ_ab ∂_i h_a ∂_j h_b I_ab. */
export const pulledBack = (first: SamplePoint, second: SamplePoint): Term =>
  sum(a, sum(b, multiply(slope(first, a), slope(second, b), I(a, b))));

/** E[∂_i log p] = 0, of the law of the labels. */
export const meanScore = (): ReturnType<typeof by.theorem> =>
  by.theorem(theoremOf(scoreHasMeanZero), { spaces: { X: Y }, functions: [[sauter.p, (label: typeof y) => p(label)]] });

/** An undetermined function of θ alone. */
export function constant(name: string): CallableFunction {
  const symbol = { name, parameters: [] };
  return Object.freeze(Object.assign((): Term => ({ kind: 'apply', function: symbol, arguments: [] }), { symbol }));
}

/** The label ỹ of an observation. */
export const observed = declare.point('o', Y);
