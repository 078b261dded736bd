/**
 * The formulas of information geometry, each written once in index notation. They know neither numbers nor symbols:
 * the interpreters compute with them, differentiate through them and print them.
 */
export * from './amari-chentsov.ts';
export * from './bianchi.ts';
export * from './cramer-rao.ts';
export * from './cumulant-curvature.ts';
export * from './curvature.ts';
export * from './einstein.ts';
export * from './exponential-family.ts';
export * from './fisher.ts';
export * from './geodesic.ts';
export * from './kretschmann.ts';
export * from './levi-civita.ts';
export * from './lowered-riemann.ts';
export * from './sectional.ts';
export * from './weyl.ts';
