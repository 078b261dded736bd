/**
 * Samples ω of N labels from any law P, of which f(ω) is 1 where the second estimator is not positive semidefinite, and 0
 * elsewhere. It is I + Σ_a d_a(ω) ∂²h_a, with the information I and d_a(ω) = η_a - mean t_a, by V-8, and w(ω) is a unit vector that shows where it fails.
 */
import { assume, declare, type Term, term } from 'fisher-rao';
import { A, a, bend, constant, h, i, j } from './exponential-outputs.ts';
import { ρ } from './quadratic-forms.ts';
import { f, mean, N, ω } from './sampling-errors.ts';

const { add, divide, multiply, negate, square, sum } = term;

/** The information I, of which nothing is used but its smallest eigenvalue λ. */
export const information = declare.function('G', [i, j]);
export const λ = constant('λ');
export const deviation = declare.function('d', [a, ω]);
export const size = declare.function('m', [a, ω]);
export const other = declare.point('a2', A);
const w = declare.function('w', [ω, i]);
export const alongW = (entry: Term): Term => sum(i, sum(j, multiply(w(ω, i), w(ω, j), entry)));
export const noise = sum(a, multiply(deviation(a, ω), alongW(bend(i, j, a))));
export const indicator = assume.equation('f is 0 or 1', square(f(ω)), f(ω));
export const witness = assume.inequality(
  'where f is 1, w^T I_2 w <= 0',
  multiply(f(ω), add(noise, alongW(information(i, j)))),
  0,
);
export const eigenvalue = assume.inequality('λ <= w^T I w', λ(), alongW(information(i, j)));
export const radii = [
  assume.inequality('w^T ∂²h_a w <= ρ_a', alongW(bend(i, j, a)), ρ(a)),
  assume.inequality('-ρ_a <= w^T ∂²h_a w', negate(ρ(a)), alongW(bend(i, j, a))),
];
export const sizes = [
  assume.inequality('d_a <= m_a', deviation(a, ω), size(a, ω)),
  assume.inequality('-m_a <= d_a', negate(size(a, ω)), deviation(a, ω)),
];
export const absolute = assume.equation('m_a is |d_a|', square(size(a, ω)), square(deviation(a, ω)));
/** I_aa(h), the variance of t_a. */
export const variance = declare.function('V', A);
export const variances = assume.equation(
  'the mean of d_a^2 is V_a/N, by V-T11v',
  mean(square(deviation(a, ω))),
  divide(variance(a), N()),
);
export const weighted = sum(a, multiply(ρ(a), size(a, ω)));
export const outputs = assume.differentiable(h, 2);
