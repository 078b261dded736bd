/**
 * Where the languages meet: formulas of geometry/ over closed forms (exact), over Taylor jets at a point, as tensor
 * programs, and as TeX; expectations as finite sums, as moments, by quadrature.
 */
export * from './at-point.ts';
export * from './components.ts';
export { type CramerRao, cramerRaoAt, exactCramerRao } from './cramer-rao.ts';
export * from './cumulant-curvature.ts';
export { type DensityInField, densityInField } from './density-field.ts';
export * from './exact.ts';
export { type ExactField, type ExactModel, exactField } from './exact-field.ts';
export * from './exact-mean.ts';
export * from './exact-scalar-at.ts';
export * from './exponential-family.ts';
export * from './exponential-family-at.ts';
export * from './gaussian-moments.ts';
export * from './given-metric.ts';
export { type KernelModel, kernelModel } from './kernel-model.ts';
export * from './latex.ts';
export * from './lower.ts';
export * from './manifold.ts';
export { momentRule, type PivotMoments } from './moment-rule.ts';
export * from './moments.ts';
export { type ExponentialFamily, hasStatistics, type NaturalForm } from './natural-form.ts';
export * from './numeric/index.ts';
export * from './pivot.ts';
export * from './pivot-terms.ts';
export * from './program-field.ts';
export { type Normalisation, type RecognisedDensity, recogniseDensity } from './recognised-density.ts';
export * from './riemannian.ts';
export * from './rounding.ts';
export * from './sign-of.ts';
export * from './singular-metric.ts';
export * from './statistical-model.ts';
