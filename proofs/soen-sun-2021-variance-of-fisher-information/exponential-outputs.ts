/**
 * What general statements are about: a label y of a finite space Y, any number of outputs h(a; θ), a in A, that are any
 * functions of the parameters, so those of any network at one input, and log p(y; θ) = log k(y) + Σ_a t(a, y) h(a; θ) - F(θ).
 * Families of counts and of real labels are those of `symbolic-heads.ts`.
 */
import {
  assume,
  by,
  type CallableFunction,
  type Direction,
  declare,
  type PointVariable,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { scoreHasMeanZero } from '../sauter-2023-fisher-information/score-has-mean-zero.ts';
import * as sauter from '../sauter-2023-fisher-information/setting.ts';

const { add, derivative, log, multiply, subtract, sum } = term;

export const Y = declare.space('Y');
export const A = declare.space('A');
export const y = declare.point('y', Y);
export const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => declare.point(name, A));
export const [i, j, k, l] = ['i', 'j', 'k', 'l'].map(declare.direction);

export const p = declare.function('p', Y);
const h = declare.function('h', A);
const base = declare.function('k', Y);
const statistics = declare.function('t', { kind: 'pairs', left: A, right: Y });
/** The log-partition; as a function of θ alone, since nothing is used of it but that p is normalised. */
const partition = constant('F');

/** t_a(y). */
export const t = (output: PointVariable, label: PointVariable = y): Term =>
  statistics({ kind: 'pair', left: output, right: label });
export const F = partition();
export const logDensity = subtract(add(log(base(y)), sum(a, multiply(t(a), h(a)))), F);

/** The assumptions: an exponential family in its outputs, which are twice differentiable. */
export const exponentialFamily = assume.equation('exponential family', log(p(y)), logDensity);
export const fixedStatistics = assume.equation('the statistics are free of θ', derivative(i, t(a)), 0);
export const fixedMeasure = assume.equation('the base measure is free of θ', derivative(i, base(y)), 0);
const smoothOutputs = (order: number) => [
  assume.positive(p),
  assume.differentiable(p, order),
  assume.normalised(p),
  assume.positive(base),
  assume.differentiable(base),
  assume.differentiable(statistics),
  assume.differentiable(h, order),
  assume.differentiable(partition),
  exponentialFamily,
  fixedStatistics,
  fixedMeasure,
];
export const exponentialOutputs = smoothOutputs(2);
/** Once differentiable is enough for scores. */
export const differentiableOutputs = smoothOutputs(1);

/** The mean of a quantity over the labels. */
export const mean = (quantity: Term): Term => sum(y, multiply(p(y), quantity));
/** The score ∂_i log p. */
export const scoreAt = (along: Direction, label: PointVariable): Term => derivative(along, log(p(label)));
export const score = (along: Direction): Term => scoreAt(along, y);
/** ∂_i ∂_j log p. */
export const hessianAt = (first: Direction, second: Direction, label: PointVariable): Term =>
  derivative(first, scoreAt(second, label));
export const hessian = (first: Direction, second: Direction): Term => hessianAt(first, second, y);
/** ∂_i h_a and ∂_i ∂_j h_a. */
export const slope = (along: Direction, output: PointVariable): Term => derivative(along, h(output));
export const bend = (first: Direction, second: Direction, output: PointVariable): Term =>
  derivative(first, derivative(second, h(output)));

/** η_a = E[t_a], and the deviations z_a = t_a - η_a. */
export const η = declare.definition('η', [a], mean(t(a)));
export const deviation = declare.definition('z', [a, y], subtract(t(a), η(a)));
export const z = (output: PointVariable, label: PointVariable = y): Term => deviation(output, label);
/** I_ab = E[z_a z_b] and K_abcd = E[z_a z_b z_c z_d]. */
export const I = declare.definition('I', [a, b], mean(multiply(z(a), z(b))));
export const K = declare.definition('K', [a, b, c, d], mean(multiply(z(a), z(b), z(c), z(d))));

/** Σ_ab ∂_i h_a ∂_j h_b I_ab. */
export const pulledBack = (first: Direction, second: Direction): Term =>
  sum(a, sum(b, multiply(slope(first, a), slope(second, b), I(a, b))));

/** E[∂_i log p] = 0, of the law of the labels. */
export const meanScore = (): ReturnType<typeof by.theorem> =>
  by.theorem(theoremOf(scoreHasMeanZero), { spaces: { X: Y }, functions: [[sauter.p, (label: typeof y) => p(label)]] });

/** An undetermined function of θ alone. */
export function constant(name: string): CallableFunction {
  const symbol = { name, parameters: [] };
  return Object.freeze(Object.assign((): Term => ({ kind: 'apply', function: symbol, arguments: [] }), { symbol }));
}

/** A sample of labels, by the share q(y) that each label has in it. */
export const q = declare.function('q', Y);
export const sampleOfLabels = assume.normalised(q);
/** The mean of a quantity over the sample. */
export const sampleMean = (quantity: Term): Term => sum(y, multiply(q(y), quantity));
/** The label ỹ of an observation. */
export const observed = declare.point('o', Y);
