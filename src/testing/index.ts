/**
 * What tests of information geometry are made of, for any test runner: fast-check arbitraries of families, metrics,
 * networks, tensor programs, points and planes, and laws that they must keep. Needs the package fast-check.
 */
export { type ChangedCoordinates, changedFamilies, changedMetrics, invarianceLaws } from './change-of-coordinates.ts';
export * from './conformance.ts';
export {
  curvatureLaws,
  sectionalCurvatureOfPlane,
  type TangentPlane,
  withoutDeclaredSymmetries,
} from './curvature-laws.ts';
export { expressions } from './expressions.ts';
export * from './families.ts';
export { exactIsNumeric } from './family-laws.ts';
export { type GeneratedCase, generatedCase } from './generated-program.ts';
export { type HandCase, handCases } from './hand-cases.ts';
export * from './law.ts';
export * from './measured-manifold.ts';
export { metricLaws, positiveDefinite } from './metric-laws.ts';
export { coordinateNames, manifoldsAtPoint, metrics } from './metrics.ts';
export * from './networks.ts';
export * from './points.ts';
export * from './tensor-distance.ts';
