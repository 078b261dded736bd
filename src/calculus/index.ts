/**
 * The differential field of closed forms: rational functions of kernels (symbols and their roots, exponentials,
 * logarithms, tangents, log-gamma and its derivatives, undetermined functions) with derivations;
 * expressions, their parsing and printing; evaluation in other fields, Taylor jets among them.
 */
export * from './big-numbers.ts';
export * from './closed-forms.ts';
export { evaluateToDigits } from './digits.ts';
export * from './elementary-field.ts';
export * from './equality.ts';
export * from './evaluate.ts';
export * from './expression.ts';
export { doubtsOfIndependence } from './independence.ts';
export * from './jets.ts';
export { argumentsOf, type ClosedForm, type Kernel, type SymbolDeclaration } from './kernel.ts';
export * from './laurent-terms.ts';
export * from './named-functions.ts';
export * from './number-pi.ts';
export * from './parse.ts';
export { polygammaBySeries } from './polygamma-series.ts';
export * from './prepare.ts';
export * from './print.ts';
export * from './print-expression.ts';
export * from './rational-numbers.ts';
export * from './real-numbers.ts';
export * from './root-orders.ts';
export * from './substitute.ts';
export { nameToTex } from './tex.ts';
