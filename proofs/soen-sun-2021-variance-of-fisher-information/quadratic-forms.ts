/** Quadratic forms of matrices over the coordinates along one vector v, and what spectra say of them there. */
import { assume, declare, type PointVariable, type Term, term } from 'fisher-rao';
import { A, a, bend, i, j } from './exponential-outputs.ts';
import { sampleHessian, sampleMean, Δ } from './samples-of-labels.ts';

const { multiply, negate, square, sum } = term;

/** Any vector. */
export const v = declare.function('v', [i]);
/** v^T M v for a matrix with entries in i and j, and |v|^2. */
export const form = (entry: Term): Term => sum(i, sum(j, multiply(v(i), v(j), entry)));
export const length = sum(i, square(v(i)));

/** v^T ∂²h_a v. */
export const bendAlong = (output: PointVariable): Term => form(bend(i, j, output));
/** The second estimator at a sample. */
export const secondEstimate = negate(sampleMean(sampleHessian(i, j)));

/** The spectral radius ρ_a of ∂²h_a, and m_a = |Δ_a|, by what is used of them. */
export const ρ = declare.function('ρ', A);
export const m = declare.function('m', A);
export const spectralRadius = [
  assume.inequality('v^T ∂²h_a v <= ρ_a |v|^2', bendAlong(a), multiply(ρ(a), length)),
  assume.inequality('-ρ_a |v|^2 <= v^T ∂²h_a v', negate(multiply(ρ(a), length)), bendAlong(a)),
];
export const absoluteDeviation = [
  assume.inequality('Δ_a <= m_a', Δ(a), m(a)),
  assume.inequality('-m_a <= Δ_a', negate(m(a)), Δ(a)),
];
