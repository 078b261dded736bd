import { rational } from '../algebra/index.ts';
import {
  type ClosedForm,
  type ClosedForms,
  evaluateExpression,
  evaluator,
  printClosedForm,
} from '../calculus/index.ts';
import type { Family, Pivot } from '../families/index.ts';
import { constantMeaning, momentRule, type PivotMoments } from './moment-rule.ts';
import { type PivotTerm, termsInPivot } from './pivot-terms.ts';

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
  const { sign: signName, sample, probability } = family.pivot;
  const logDensity = evaluateExpression(forms, family.logDensity, forms.symbol);
  const signs = signName === undefined ? [1] : [1, -1];
  const branches = signs.map((sign) => {
    const withSign = (name: string): ClosedForm => (name === signName ? forms.fromInteger(sign) : forms.symbol(name));
    const values = new Map(Object.entries(sample).map(([name, e]) => [name, evaluateExpression(forms, e, withSign)]));
    const inPivot = evaluator(forms, forms, (name) => values.get(name) ?? withSign(name));
    const weight =
      probability === undefined
        ? forms.fromRational(rational(1, signs.length))
        : evaluateExpression(forms, probability, withSign);
    return { inPivot, weight };
  });
  const terms = termsInPivot(forms, family.pivot);
  const atConstants = evaluator(forms, forms, constantMeaning(forms, family));
  const moments = momentRule(forms, family);
  return (integrand) => {
    const f = integrand(logDensity);
    const found = branches
      .flatMap(({ inPivot, weight }) => terms(forms.multiply(weight, inPivot(f))))
      .map(({ powers, coefficient }) => ({
        powers: { ...powers, exponents: powers.exponents.map(atConstants) },
        coefficient: atConstants(coefficient),
      }));
    return expected(forms, moments, found);
  };
}

/** The sum of the expectations of terms. Terms that cancel must have expectations all the same. */
function expected(forms: ClosedForms, moments: PivotMoments, terms: readonly PivotTerm[]): ClosedForm {
  const collected = new Map<string, PivotTerm>();
  for (const { powers, coefficient } of terms) {
    if (forms.isZero(coefficient)) continue;
    const key = [...powers.exponents.map((e) => printClosedForm(forms, e)), ...powers.logarithms].join();
    const before = collected.get(key)?.coefficient;
    if (before === undefined) moments.check(powers);
    collected.set(key, { powers, coefficient: before === undefined ? coefficient : forms.add(before, coefficient) });
  }
  const left = [...collected.values()].filter(({ coefficient }) => !forms.isZero(coefficient));
  return forms.sum(left.map(({ powers, coefficient }) => forms.multiply(coefficient, moments.value(powers))));
}
