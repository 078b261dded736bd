import { type ClosedForm, type ClosedForms, evaluateExpression, evaluator } from '../calculus/index.ts';
import type { Family, Pivot } from '../families/index.ts';
import { pivotMoments } from './pivot-moments.ts';

/** A family whose expectations follow from a pivot. */
export type PivotalFamily = Family & { readonly pivot: Pivot };

/** The family declares a pivot. */
export function hasPivot(family: Family): family is PivotalFamily {
  return family.pivot !== undefined;
}

/**
 * The expectation of f(l) for the log-density l, by the pivot of the family. What `integrand` makes of l is a function of
 * the sample and the coordinates, derivatives being taken at fixed sample; only then the sample is expressed in the pivot,
 * and the moment rule applied term by term. In `forms` the coordinates, all constants (also those with a value), the
 * sample variables, the pivot and its sign are symbols; results hold the values of the constants.
 *
 * Throws {@link DomainError} where the integral diverges, {@link UnsupportedError} for a function of the pivot that is no
 * sum of products of powers of its factors and their logarithms.
 */
export function pivotExpectation(
  forms: ClosedForms,
  family: PivotalFamily,
): (integrand: (logDensity: ClosedForm) => ClosedForm) => ClosedForm {
  const { sign: signName, sample } = family.pivot;
  const logDensity = evaluateExpression(forms, family.logDensity, forms.symbol);
  const signs = signName === undefined ? [1] : [1, -1];
  const branches = signs.map((sign) => {
    const withSign = (name: string): ClosedForm => (name === signName ? forms.fromInteger(sign) : forms.symbol(name));
    const values = new Map(Object.entries(sample).map(([name, e]) => [name, evaluateExpression(forms, e, withSign)]));
    return evaluator(forms, forms, (name) => values.get(name) ?? withSign(name));
  });
  const moment = pivotMoments(forms, family);
  return (integrand) => {
    const f = integrand(logDensity);
    const values = branches.map((inPivot) => moment(inPivot(f)));
    return forms.divide(forms.sum(values), forms.fromInteger(branches.length));
  };
}
