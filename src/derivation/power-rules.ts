import {
  rationalFunctions as field,
  generatorsOf,
  isOnePolynomial,
  type Polynomial,
  type RationalFunction,
  rational,
  rationalToNumber,
} from '../algebra/index.ts';
import { together, type Uses } from './assumption.ts';
import { monomialsOf } from './atoms.ts';
import type { Forms } from './forms.ts';
import { keyOf } from './identity.ts';
import type { SamplePoint } from './space.ts';
import type { Term } from './term.ts';

type Power = Extract<Term, { kind: 'power' }>;

/** Larger whole powers stay as they are written. */
const largestExponent = 40;

/**
 * A real power u^r of a positive u. Whole powers are products without being cited; by the law `powers` the whole part of
 * the exponent is split off, 1^r is 1, and (u v)^r is u^r v^r for positive u and v.
 */
export function powerForm(forms: Forms, term: Power, depth: number): RationalFunction {
  return ofValues(forms, forms.value(term.of, depth), forms.value(term.exponent, depth), depth);
}

function ofValues(forms: Forms, base: RationalFunction, exponent: RationalFunction, depth: number): RationalFunction {
  const mayUse = forms.laws.has('powers');
  const whole = wholePart(exponent);
  if (whole !== null && Math.abs(whole) <= largestExponent) {
    const rest = field.subtract(exponent, field.fromRational(rational(whole)));
    if (field.isZero(rest)) return field.integerPower(base, whole);
    if (mayUse && whole !== 0)
      return field.multiply(field.integerPower(base, whole), ofValues(forms, base, rest, depth));
  }
  if (mayUse && field.equals(base, field.one)) return field.one;
  const factors = mayUse ? positiveFactors(forms, base) : null;
  if (factors !== null && factors.length > 1) {
    return factors
      .map(({ value, times }) =>
        ofValues(forms, value, field.multiply(field.fromRational(rational(times)), exponent), depth),
      )
      .reduce(field.multiply, field.one);
  }
  const [of, power] = [forms.atoms.toTerm(base), forms.atoms.toTerm(exponent)];
  return forms.atom({ kind: 'power', of, exponent: power }, depth);
}

/** The largest whole number that is at most the part of the exponent that is a number; `null` for a proper quotient. */
function wholePart({ numerator, denominator }: RationalFunction): number | null {
  const below = monomialsOf(denominator);
  if (below.length !== 1 || below[0].powers.length > 0) return null;
  const constant = monomialsOf(numerator).find(({ powers }) => powers.length === 0);
  if (constant === undefined) return 0;
  const number = field.divide(constant.coefficient, below[0].coefficient);
  const value = asNumber(number);
  return value === null ? null : Math.floor(value);
}

function asNumber(value: RationalFunction): number | null {
  if (generatorsOf(value).length > 0) return null;
  const [top, bottom] = [value.numerator, value.denominator].map(({ coefficients }) => coefficients[0] ?? 0);
  return rationalToNumber(rational(top, bottom));
}

/** The factors of a quotient of two monomials, each with its exponent, if all are positive. */
function positiveFactors(
  forms: Forms,
  { numerator, denominator }: RationalFunction,
): readonly { readonly value: RationalFunction; readonly times: number }[] | null {
  const factors: { value: RationalFunction; times: number }[] = [];
  const uses: (Uses | null)[] = [];
  for (const [sign, polynomial] of [[1, numerator] as const, [-1, denominator] as const]) {
    const monomials = monomialsOf(polynomial);
    if (monomials.length !== 1) return null;
    const [{ coefficient, powers }] = monomials;
    if (!field.equals(coefficient, field.one)) {
      uses.push(forms.regularity.positive(forms.atoms.toTerm(coefficient)));
      factors.push({ value: coefficient, times: sign });
    }
    for (const { atom, exponent } of powers) {
      uses.push(forms.regularity.positive(forms.atoms.term(atom)));
      factors.push({ value: field.generator(atom), times: sign * exponent });
    }
  }
  const all = together(uses);
  if (all === null || (factors.length === 1 && factors[0].times === 1)) return null;
  forms.note(all);
  return factors.length === 1 ? [...factors, { value: field.one, times: 0 }] : factors;
}

/** u^r u^s = u^(r+s), in every monomial: of one base one power is left, and whole powers of it. */
export function united(forms: Forms, value: RationalFunction, depth: number): RationalFunction {
  if (!forms.laws.has('powers') || !generatorsOf(value).some((atom) => isPower(forms, atom))) return value;
  const below = monomialsOf(value.denominator);
  const single = below.length === 1 ? below[0] : null;
  const open = single === null ? value.denominator : field.one.numerator;
  const parts = monomialsOf(value.numerator).map(({ coefficient, powers }) => {
    const down = single?.powers.map(({ atom, exponent }) => ({ atom, exponent: -exponent })) ?? [];
    const factor = single === null ? coefficient : field.divide(coefficient, single.coefficient);
    return field.multiply(factor, unitedProduct(forms, [...powers, ...down], depth));
  });
  return field.divide(field.sum(parts), ofPolynomial(open));
}

function ofPolynomial(polynomial: Polynomial): RationalFunction {
  return isOnePolynomial(polynomial) ? field.one : field.fromPolynomials(polynomial, field.one.numerator);
}

function isPower(forms: Forms, atom: number): boolean {
  return forms.atoms.term(atom).kind === 'power';
}

function unitedProduct(
  forms: Forms,
  powers: readonly { readonly atom: number; readonly exponent: number }[],
  depth: number,
): RationalFunction {
  let product = field.one;
  const exponents = new Map<string, { readonly base: Term; exponent: RationalFunction }>();
  for (const { atom, exponent } of powers) {
    const term = forms.atoms.term(atom);
    if (term.kind !== 'power') {
      product = field.multiply(product, field.integerPower(field.generator(atom), exponent));
      continue;
    }
    const key = keyOf(term.of);
    const known = exponents.get(key)?.exponent ?? field.zero;
    const more = field.multiply(field.fromRational(rational(exponent)), forms.value(term.exponent, depth));
    exponents.set(key, { base: term.of, exponent: field.add(known, more) });
  }
  for (const { base, exponent } of exponents.values()) {
    const sum = forms.rewritten(exponent, depth);
    product = field.multiply(product, ofValues(forms, forms.value(base, depth), sum, depth));
  }
  return product;
}

/** ∂(u^r) = u^r (r ∂u / u + log u ∂r). */
export function derivativeOfPower(forms: Forms, along: SamplePoint, term: Power, depth: number): RationalFunction {
  const { of, exponent } = term;
  const slope = (inner: Term): Term => ({ kind: 'derivative', along, of: inner });
  const product = (...factors: readonly Term[]): Term => ({ kind: 'multiply', factors });
  const inBase: Term = { kind: 'divide', numerator: product(exponent, slope(of)), denominator: of };
  const constant = forms.regularity.constant(exponent);
  if (constant !== null) {
    forms.note(constant);
    return forms.value(product(term, inBase), depth);
  }
  const inExponent = product({ kind: 'log', of }, slope(exponent));
  return forms.value(product(term, { kind: 'add', terms: [inBase, inExponent] }), depth);
}
