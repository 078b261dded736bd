import {
  isOnePolynomial,
  type Polynomial,
  type RationalFunction,
  rational,
  rationalFunctions,
} from '../algebra/index.ts';
import { keyOf } from './identity.ts';
import type { Term } from './term.ts';

/** A monomial of a polynomial over atoms: an integer coefficient and the power of each atom that occurs. */
export interface Monomial {
  readonly coefficient: RationalFunction;
  readonly powers: readonly { readonly atom: number; readonly exponent: number }[];
}

/**
 * The terms that field algebra does not look into, numbered as generators of rational functions. Two terms that differ
 * in the names of bound variables only are one atom.
 */
export class Atoms {
  private readonly terms: Term[] = [];
  private readonly numbers = new Map<string, number>();

  /** The term as a generator. */
  value(term: Term): RationalFunction {
    const key = keyOf(term);
    const known = this.numbers.get(key);
    if (known !== undefined) return rationalFunctions.generator(known);
    this.numbers.set(key, this.terms.length);
    this.terms.push(term);
    return rationalFunctions.generator(this.terms.length - 1);
  }

  /** The term of a generator. */
  term(atom: number): Term {
    return this.terms[atom];
  }

  /** The atom that a rational function is, or `null` where it is not a single atom. */
  asAtom({ numerator, denominator }: RationalFunction): number | null {
    if (!isOnePolynomial(denominator) || numerator.coefficients.length !== 1 || numerator.coefficients[0] !== 1) {
      return null;
    }
    const [first, ...rest] = monomialsOf(numerator)[0].powers;
    return first !== undefined && rest.length === 0 && first.exponent === 1 ? first.atom : null;
  }

  /** The canonical term of a rational function: sums and products sorted, a single fraction, no common factor. */
  toTerm({ numerator, denominator }: RationalFunction): Term {
    const top = this.polynomial(numerator);
    return isOnePolynomial(denominator)
      ? top
      : { kind: 'divide', numerator: top, denominator: this.polynomial(denominator) };
  }

  private polynomial(p: Polynomial): Term {
    const terms = monomialsOf(p).map(({ powers }, place) => {
      const factors = powers.flatMap(({ atom, exponent }) => new Array<Term>(exponent).fill(this.terms[atom]));
      const number: Term = { kind: 'rational', ...rational(p.coefficients[place]) };
      const all = number.numerator === 1 && factors.length > 0 ? sorted(factors) : [number, ...sorted(factors)];
      return all.length === 1 ? all[0] : ({ kind: 'multiply', factors: all } as const);
    });
    return terms.length === 1 ? terms[0] : { kind: 'add', terms: sorted(terms) };
  }
}

/** The monomials of a polynomial, in its order. */
export function monomialsOf(p: Polynomial): readonly Monomial[] {
  return p.coefficients.map((coefficient, term) => {
    const row = Array.from(p.exponents.subarray(term * p.width, (term + 1) * p.width));
    const powers = row.flatMap((exponent, atom) => (exponent === 0 ? [] : [{ atom, exponent }]));
    return { coefficient: rationalFunctions.fromInteger(coefficient), powers };
  });
}

function sorted(terms: readonly Term[]): readonly Term[] {
  const keyed = terms.map((term) => ({ term, key: keyOf(term) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ term }) => term);
}
