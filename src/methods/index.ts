/**
 * Algorithms over networks, engines and geometry: linear solvers that need only products, Fisher matrices and their
 * traces, and the curvature of the Fisher metric by its definition, by the Gauss equation, and estimated without any
 * matrix. Each method is one file and takes the engine that runs its programs as an argument.
 */
export { conjugateGradients, type LinearOperator, type Solution, type SolveOptions } from './conjugate-gradients.ts';
export type { Curvature, CurvatureQuery } from './curvature.ts';
export { definitionCurvature, metricJet } from './curvature-definition.ts';
export {
  type CurvatureEstimate,
  type CurvaturePairs,
  curvaturePairs,
  type EstimateOptions,
  estimateScalarCurvature,
} from './curvature-estimate.ts';
export { gaussCurvature } from './curvature-gauss.ts';
export type { Vector } from './euclidean.ts';
export {
  type FisherPoint,
  fisherImmersion,
  fisherImmersionPoint,
  fisherInputs,
  fisherProgram,
} from './fisher-immersion.ts';
export { denseJacobian, type FisherSpectrum, fisherMatrix, fisherSpectrum } from './fisher-matrix.ts';
export { fisherMetricPoint, inducedMetricPoint, type MetricPoint } from './fisher-metric-program.ts';
export { type FisherTraceMeter, type FisherTraces, fisherTraceMeter } from './fisher-trace.ts';
export { type Immersion, type ImmersionPoint, immerse } from './immersion.ts';
export { type Estimate, pairMean } from './jackknife.ts';
export { cumulantCurvature, type OsculatingFrame, osculatingFrame } from './osculating-frame.ts';
export { type SingularMetric, type TangentFrame, tangentFrame } from './tangent-frame.ts';
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
