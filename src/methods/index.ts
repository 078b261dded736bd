/**
 * Algorithms over networks, engines and geometry: linear solvers that need only products, Fisher matrices and their
 * traces, and the curvature of the Fisher metric by its definition, by the Gauss equation, and estimated without any
 * matrix. Each method is one file and takes the engine that runs its programs as an argument.
 */
export { conjugateGradients, type LinearOperator, type Solution, type SolveOptions } from './conjugate-gradients.ts';
export { type Estimate, pairMean } from './jackknife.ts';
