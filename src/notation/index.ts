/**
 * Index notation as data: formulas with upper and lower indices and the summation convention, checked when they are
 * built, and named definitions. Interpreters (floor 4) give them meaning.
 */
export * from './definition.ts';
export * from './formula.ts';
