/**
 * Algorithms over networks, engines and geometry: linear solvers that need only products, Fisher matrices and their
 * traces, and the curvature of the Fisher metric by its definition, by the Gauss equation, and estimated without any
 * matrix. Each method is one file and takes the engine that runs its programs as an argument.
 */
export { type BlockOperator, blockConjugateGradients } from './block-conjugate-gradients.ts';
export {
  type ConjugateGradientState,
  conjugateGradients,
  type LinearOperator,
  type Solution,
  type SolveOptions,
} from './conjugate-gradients.ts';
export type { Curvature, CurvatureQuery } from './curvature.ts';
export { definitionCurvature, type MetricJetState, metricJet } from './curvature-definition.ts';
export {
  type CurvatureEstimate,
  type CurvatureEstimates,
  type EstimateOptions,
  type EstimateProgress,
  type EstimateQuery,
  estimateCurvature,
  estimateScalarCurvature,
  type SamplingState,
  type StoppingRule,
  sampleCurvature,
  solvedSectionalCurvature,
} from './curvature-estimate.ts';
export { gaussCurvature, plainGaussCurvature } from './curvature-gauss.ts';
export { blockedGaussCurvature } from './curvature-gauss-blocked.ts';
export { norm, type Vector } from './euclidean.ts';
export {
  type ExponentialMapOptions,
  exponentialMap,
  type FisherGeodesic,
  type GeodesicState,
} from './exponential-map.ts';
export { exactTrace, factoredImmersionPoint, factoredTrace, type PartialTrace } from './fisher-factors.ts';
export {
  type DiagonalBlock,
  diagonalBlocks,
  factoredDiagonal,
  jacobianDiagonal,
} from './fisher-forms.ts';
export { fisherImmersion, fisherImmersionPoint, fisherProgram } from './fisher-immersion.ts';
export { denseJacobian, type FisherSpectrum, fisherMatrix, fisherSpectrum, jacobianColumns } from './fisher-matrix.ts';
export { fisherMetricPoint, inducedMetricPoint, type MetricPoint } from './fisher-metric-program.ts';
export { type FisherPoint, fisherInputs } from './fisher-point.ts';
export {
  type FisherSummary,
  fisherSummary,
  hutchinsonTrace,
  type SummaryOptions,
} from './fisher-summary.ts';
export { type FisherTraceMeter, type FisherTraces, fisherTraceMeter } from './fisher-trace.ts';
export { type FrameForms, type FrameSumsState, frameForms, jetTrace } from './frame-sums.ts';
export { type DenseRows, denseOperator, type GramMatrix, outputGramMatrix, smallerGram } from './gram-matrix.ts';
export {
  type BlockMap,
  type Immersion,
  type ImmersionPoint,
  type ImmersionProducts,
  immerse,
  type KnownProgram,
} from './immersion.ts';
export { type Estimate, pairMean, partnerMean, sampleMean } from './jackknife.ts';
export { kroneckerFactors, kroneckerForm } from './kfac.ts';
export { type EnergyPoint, fisherEnergy, inducedEnergy } from './kinetic-energy.ts';
export { type KroneckerFactor, type KroneckerForm, kroneckerBlock } from './kronecker-factor.ts';
export { lanczos } from './lanczos.ts';
export { layerGramMatrix } from './layer-gram.ts';
export { type LayerDifferential, layerDifferentials, layerJacobian } from './layer-jacobian.ts';
export { type FisherLogarithm, type LogarithmOptions, type LogarithmState, logarithmMap } from './logarithm-map.ts';
export { type DenseMatrix, matrixProduct } from './matrix-product.ts';
export { type MovingMetric, movingMetric } from './moving-metric.ts';
export {
  inverseMetricProduct,
  lossGradient,
  type NaturalForm,
  type NaturalGradient,
  naturalGradient,
} from './natural-gradient.ts';
export {
  type NormalForm,
  type NormalSpace,
  type NormalSpaceOptions,
  normalSpace,
  type SolverTally,
} from './normal-space.ts';
export { type NullSpace, nullSpace } from './null-space.ts';
export { type ObservedInformation, observedInformation } from './observed-information.ts';
export { type NormalProjection, type OrthonormalFrame, orthonormalFrame } from './orthonormal-frame.ts';
export { type FrameCurvature, frameCurvature, type OsculatingFrame, osculatingFrame } from './osculating-frame.ts';
export { drawTargets, type FisherKind, type OutputFactors, outputFactors, outputsAt } from './output-factors.ts';
export { refuseOverflow } from './overflow.ts';
export { type PathLength, pathLength } from './path-length.ts';
export { inverseTriangle, type PivotedCholesky, pivotedCholesky, pivotTriangle } from './pivoted-cholesky.ts';
export { type QuotientSpace, quotientSpace } from './quotient-space.ts';
export type { Lasting, Resumable } from './resumable.ts';
export {
  type Integration,
  type IntegrationOptions,
  type IntegrationState,
  integrate,
  type VectorField,
} from './runge-kutta.ts';
export { type DiagonalStart, sampledDiagonal } from './sample-squares.ts';
export {
  type DampedSpectrum,
  exactDampedSpectra,
  type QuadratureOptions,
  type SampledSpectrum,
  type SpectralValue,
  sampledSpectrum,
} from './spectral-functions.ts';
export {
  lastingEigenvalues,
  symmetricEigenvalues,
  type Tridiagonal,
  tridiagonalEigenvalues,
  tridiagonalised,
  type WeightedEigenvalues,
} from './symmetric-eigenvalues.ts';
export { refusedRank, type SingularMetric, type TangentFrame, tangentFrame } from './tangent-frame.ts';
export { outputKernel, type TangentKernel, tangentKernel } from './tangent-kernel.ts';
export {
  type CurvatureSettings,
  mnistExperiment,
  type TrainingCheckpoint,
  type TrainingExperiment,
  type TrainingGeometry,
  type TrainingGeometryProgress,
  type TrainingGeometrySettings,
  trainingGeometry,
} from './training-geometry.ts';
export { type VolumeElement, volumeElement } from './volume-element.ts';
