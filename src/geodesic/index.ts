/**
 * Distances and geodesics of Riemannian manifolds: in closed form where the metric, in closed form itself, is recognised
 * as a space whose geodesics are known; otherwise from the geodesic equation, the definition of geometry/ over jets.
 */
export type { GeodesicAnswer, GeodesicMethod, GeodesicRay } from './answer.ts';
export { type GeodesicRoute, geodesicBetweenPoints } from './between.ts';
export type { ModelSpace } from './model-space.ts';
export { geodesicFrom, type RayQuestion } from './ray.ts';
export { recognisedSpace } from './recognise.ts';
export { familySpace, type GeodesicSpace, metricSpace } from './space.ts';
