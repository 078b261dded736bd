/**
 * The differential field of closed forms: rational functions of kernels (symbols and their roots, exponentials,
 * logarithms, log-gamma and its derivatives) with derivations; expressions, their parsing and printing; evaluation in
 * other fields, Taylor jets among them.
 */
export * from './closed-forms.ts';
export * from './elementary-field.ts';
export * from './evaluate.ts';
export * from './expression.ts';
export * from './jets.ts';
export type { ClosedForm, Kernel, SymbolDeclaration } from './kernel.ts';
export * from './laurent-terms.ts';
export * from './named-functions.ts';
export * from './parse.ts';
export { polygammaBySeries } from './polygamma-series.ts';
export * from './print.ts';
export * from './print-expression.ts';
export * from './rational-numbers.ts';
export * from './real-numbers.ts';
export * from './root-orders.ts';
export * from './substitute.ts';
