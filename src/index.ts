/**
 * The exact core of fisher-rao: families, geometry and its interpreters, derivations, and the languages below them as
 * namespaces. It runs in a browser and pulls in no native code; engines, networks and methods are entry points of their own.
 */
export * as algebra from './algebra/index.ts';
export * as calculus from './calculus/index.ts';
// Derivations and families both speak of a sample space: the name alone is that of a derivation.
export type { SampleSpace } from './derivation/index.ts';
export * from './derivation/index.ts';
export * as engine from './engine/index.ts';
export * from './errors.ts';
export type { SampleSpace as FamilySampleSpace } from './families/index.ts';
export * from './families/index.ts';
export * from './geodesic/index.ts';
export * from './geometry/index.ts';
export * from './interpret/index.ts';
export * as notation from './notation/index.ts';
export * as program from './program/index.ts';
export * as transform from './transform/index.ts';
