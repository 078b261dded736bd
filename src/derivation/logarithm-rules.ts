import { rationalFunctions as field, type RationalFunction, rational } from '../algebra/index.ts';
import { together } from './assumption.ts';
import { monomialsOf } from './atoms.ts';
import type { Forms } from './forms.ts';
import { partsOf, type Term } from './term.ts';

/** The logarithm of a term; of products and quotients that of their parts, where the law may be used. */
export function logarithm(forms: Forms, of: Term, depth: number): RationalFunction {
  if (of.kind === 'power' && forms.laws.has('powers')) {
    return forms.value({ kind: 'multiply', factors: [of.exponent, { kind: 'log', of: of.of }] }, depth);
  }
  const value = forms.value(of, depth);
  const whole = (): RationalFunction => forms.atom({ kind: 'log', of: forms.atoms.toTerm(value) }, depth);
  if (!forms.laws.has('logarithmOfProduct')) return whole();
  if (of.kind === 'multiply' || of.kind === 'divide') {
    const parts = partsOf(of);
    const uses = together(parts.map((part) => forms.regularity.positive(part)));
    if (uses === null) return whole();
    forms.note(uses);
    const [first, ...rest] = parts.map((part) => logarithm(forms, part, depth));
    if (first === undefined) return field.zero;
    return forms.rewritten(rest.reduce(of.kind === 'multiply' ? field.add : field.subtract, first), depth);
  }
  return logarithmOfMonomials(forms, value, depth) ?? whole();
}

/** The logarithm of a quotient of two monomials in positive atoms; `null` for others. */
function logarithmOfMonomials(
  forms: Forms,
  { numerator, denominator }: RationalFunction,
  depth: number,
): RationalFunction | null {
  const parts: RationalFunction[] = [];
  for (const [sign, polynomial] of [[1, numerator] as const, [-1, denominator] as const]) {
    const monomials = monomialsOf(polynomial);
    if (monomials.length !== 1) return null;
    const [{ coefficient, powers }] = monomials;
    const factors = powers.map(({ atom, exponent }) => ({ term: forms.atoms.term(atom), exponent }));
    if (!field.equals(coefficient, field.one)) factors.push({ term: forms.atoms.toTerm(coefficient), exponent: 1 });
    const uses = together(factors.map(({ term }) => forms.regularity.positive(term)));
    if (uses === null) return null;
    forms.note(uses);
    for (const { term, exponent } of factors) {
      const logarithm = forms.atom({ kind: 'log', of: term }, depth);
      parts.push(field.multiply(field.fromRational(rational(sign * exponent)), logarithm));
    }
  }
  return parts.length === 1 ? parts[0] : forms.rewritten(field.sum(parts), depth);
}
