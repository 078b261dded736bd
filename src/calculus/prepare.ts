import { FisherRaoError } from '../errors.ts';
import type { ClosedForms } from './closed-forms.ts';
import { constantValue, evaluateExpression } from './elementary-field.ts';
import { type Expression, partsOf } from './expression.ts';
import type { ClosedForm } from './kernel.ts';

/**
 * Makes room in a field for expressions that will be evaluated there together: their exponentials and sines then are
 * formed for the finest fraction of each argument, exp(x/2) and sin(x/3) beside exp(x) and sin(x). Inner functions come
 * before the outer ones that are applied to them.
 */
export function prepareExpressions(
  forms: ClosedForms,
  expressions: readonly Expression[],
  meaning: (name: string) => ClosedForm,
): void {
  const levels: { exponents: Expression[]; angles: Expression[] }[] = [];
  const visit = (e: Expression): number => {
    const inside = Math.max(-1, ...partsOf(e).map(visit));
    const [exponent, angle] = [exponentOf(e), angleOf(e)];
    if (exponent === null && angle === null) return inside;
    levels[inside + 1] ??= { exponents: [], angles: [] };
    if (exponent !== null) levels[inside + 1].exponents.push(exponent);
    if (angle !== null) levels[inside + 1].angles.push(angle);
    return inside + 1;
  };
  expressions.forEach(visit);
  const value = (e: Expression): ClosedForm[] => {
    try {
      return [evaluateExpression(forms, e, meaning)];
    } catch (error) {
      if (error instanceof FisherRaoError) return []; // what has no value is reported where it is evaluated
      throw error;
    }
  };
  for (const { exponents, angles } of levels) {
    forms.prepareExponentials(exponents.flatMap(value));
    forms.prepareAngles(angles.flatMap(value));
  }
}

/** What an expression takes the exponential of. */
function exponentOf(e: Expression): Expression | null {
  if (e.kind === 'call' && e.name === 'exp') return e.argument;
  if (e.kind !== 'power' || constantValue(e.exponent) !== null) return null;
  return { kind: 'multiply', factors: [e.exponent, { kind: 'call', name: 'log', argument: e.base }] };
}

/** What an expression takes the sine of; the tangent takes that of twice its argument. */
function angleOf(e: Expression): Expression | null {
  if (e.kind !== 'call') return null;
  if (e.name === 'tan') return { kind: 'add', terms: [e.argument, e.argument] };
  return e.name === 'sin' || e.name === 'cos' ? e.argument : null;
}
