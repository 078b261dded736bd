/**
 * What tests of information geometry are made of, for any test runner: fast-check arbitraries of families, metrics,
 * networks, tensor programs, points and planes, and laws that they must keep. Needs the package fast-check.
 */
export * from './conformance.ts';
export { type GeneratedCase, generatedCase } from './generated-program.ts';
export { type HandCase, handCases } from './hand-cases.ts';
export * from './tensor-distance.ts';
