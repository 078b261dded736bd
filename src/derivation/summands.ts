import {
  rationalFunctions as field,
  generatorsOf,
  isOnePolynomial,
  type Polynomial,
  type RationalFunction,
} from '../algebra/index.ts';
import { type Atoms, monomialsOf } from './atoms.ts';
import { type Binder, isFiniteSum, opened } from './binder.ts';
import { freeVariables } from './free-variables.ts';
import type { Term } from './term.ts';

/** A denominator as the product of a part free of the variable and a part left inside the sum. */
export function split(
  atoms: Atoms,
  denominator: Polynomial,
  name: string,
): readonly [RationalFunction, RationalFunction] {
  const whole = field.fromPolynomials(denominator, field.one.numerator);
  if (isOnePolynomial(denominator) || !generatorsOf(whole).some((atom) => depends(atoms, atom, name))) {
    return [whole, field.one];
  }
  const monomials = monomialsOf(denominator);
  if (monomials.length > 1) return [field.one, whole];
  const [outer, inner] = splitPowers(atoms, monomials[0].powers, name);
  return [field.multiply(monomials[0].coefficient, outer), inner];
}

/** Powers of atoms as the product of what is free of the variable and of the rest. */
export function splitPowers(
  atoms: Atoms,
  powers: readonly { readonly atom: number; readonly exponent: number }[],
  name: string,
): readonly [RationalFunction, RationalFunction] {
  let [outer, inner] = [field.one, field.one];
  for (const { atom, exponent } of powers) {
    const factor = field.integerPower(field.generator(atom), exponent);
    if (depends(atoms, atom, name)) inner = field.multiply(inner, factor);
    else outer = field.multiply(outer, factor);
  }
  return [outer, inner];
}

function depends(atoms: Atoms, atom: number, name: string): boolean {
  return freeVariables(atoms.term(atom)).has(name);
}

/** The finite sums among the factors of a product, their variables named apart, and what is left without their signs. */
export function openedSums(
  body: RationalFunction,
  atoms: Atoms,
): { readonly sums: readonly Binder[]; readonly product: Term } {
  const sums: Binder[] = [];
  const factors: Term[] = [];
  let rest = field.fromPolynomials(field.one.numerator, body.denominator);
  for (const { coefficient, powers } of monomialsOf(body.numerator)) {
    rest = field.multiply(rest, coefficient);
    for (const { atom, exponent } of powers) {
      if (!isFiniteSum(atoms.term(atom))) {
        rest = field.multiply(rest, field.integerPower(field.generator(atom), exponent));
        continue;
      }
      for (let count = 0; count < exponent; count++) {
        let inner = atoms.term(atom);
        while (isFiniteSum(inner)) {
          const { binder, body: of } = opened(inner, `#open${sums.length + 1}`);
          sums.push(binder);
          inner = of;
        }
        factors.push(inner);
      }
    }
  }
  return { sums, product: { kind: 'multiply', factors: [atoms.toTerm(rest), ...factors] } };
}
