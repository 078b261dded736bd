/**
 * The formulas of information geometry, each written once in index notation. They know neither numbers nor symbols:
 * the interpreters compute with them, differentiate through them and print them.
 */
export * from './curvature.ts';
export * from './fisher.ts';
export * from './kretschmann.ts';
export * from './levi-civita.ts';
