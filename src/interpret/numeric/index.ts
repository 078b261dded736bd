/**
 * The numeric meaning of a family: the expectation of a definition summed over the sample space, or by quadrature on the
 * line, as a tensor program of the coordinates; its derivatives at a point; and the comparison with closed forms.
 */

export { checkFamily, type FamilyCheck, type FamilyQuestion, type QuantityCheck } from './check-family.ts';
export { type Quantity, quantities, sensitivity } from './conditioning.ts';
export { densityIntegral } from './density-at.ts';
export { metricDerivatives } from './metric-derivatives.ts';
export { type MetricProgram, metricProgram } from './metric-program.ts';
export { type Join, type ProgramFunction, type ProgramFunctions, programFunctions } from './program-functions.ts';
export { type LineQuadrature, lineQuadrature, type QuadratureRule } from './quadrature.ts';
export { type Quantile, quantileFunction } from './quantile.ts';
export { samplePoints } from './sample-points.ts';
export type { SamplePoints, SampleSpaceRule } from './sample-space-rule.ts';
