import { rationalFunctions as field, generatorsOf, isOnePolynomial, type RationalFunction } from '../algebra/index.ts';
import { type Atoms, type Monomial, monomialsOf } from './atoms.ts';
import { freeVariables } from './free-variables.ts';
import type { PointVariable } from './space.ts';

/** A factor of a monomial, with the atoms in it. */
interface Factor {
  readonly value: RationalFunction;
  readonly atoms: readonly number[];
}

/** A part of a product with the variables that it depends on. */
export interface FactorGroup {
  readonly over: readonly PointVariable[];
  readonly value: RationalFunction;
}

/** Takes monomials over a denominator apart by the point variables that their factors depend on. */
export class MonomialFactors {
  private readonly atoms: Atoms;

  constructor(atoms: Atoms) {
    this.atoms = atoms;
  }

  /** Those of the variables on which an atom depends. */
  variables(over: readonly PointVariable[], atom: number): readonly PointVariable[] {
    const free = freeVariables(this.atoms.term(atom));
    return over.filter(({ name }) => free.has(name));
  }

  /** The product of the factors that depend on the variables. */
  depending(over: readonly PointVariable[], value: RationalFunction): RationalFunction {
    return factorsOf(value)
      .filter(({ atoms }) => atoms.some((atom) => this.variables(over, atom).length > 0))
      .reduce((product, factor) => field.multiply(product, factor.value), field.one);
  }

  /** The factors grouped by the variables that they share; `null` where a variable does not occur. */
  groups(over: readonly PointVariable[], value: RationalFunction): readonly FactorGroup[] | null {
    let groups: readonly FactorGroup[] = [];
    for (const factor of factorsOf(value)) {
      const own = over.filter((variable) => factor.atoms.some((atom) => this.variables([variable], atom).length > 0));
      const touching = groups.filter((group) => group.over.some((variable) => own.includes(variable)));
      const merged = {
        over: over.filter((variable) => own.includes(variable) || touching.some((g) => g.over.includes(variable))),
        value: touching.reduce((product, group) => field.multiply(product, group.value), factor.value),
      };
      groups = [...groups.filter((group) => !touching.includes(group)), merged];
    }
    const covered = groups.flatMap((group) => group.over);
    return over.every((variable) => covered.includes(variable)) ? groups : null;
  }
}

/** A monomial over a denominator as powers of atoms, without its number; a denominator that is a sum is one factor. */
function factorsOf({ numerator, denominator }: RationalFunction): readonly Factor[] {
  const powers = (polynomial: typeof numerator, sign: 1 | -1): readonly Factor[] => {
    const monomials = monomialsOf(polynomial);
    if (monomials.length > 1) {
      const whole = field.fromPolynomials(polynomial, field.one.numerator);
      return [{ value: field.integerPower(whole, sign), atoms: generatorsOf(whole) }];
    }
    return monomials.flatMap((monomial) =>
      monomial.powers.map(({ atom, exponent }) => ({
        value: field.integerPower(field.generator(atom), sign * exponent),
        atoms: [atom],
      })),
    );
  };
  return [...powers(numerator, 1), ...(isOnePolynomial(denominator) ? [] : powers(denominator, -1))];
}

/** A monomial as a rational function. */
export function valueOfMonomial({ coefficient, powers }: Monomial): RationalFunction {
  return powers.reduce(
    (product, { atom, exponent }) => field.multiply(product, field.integerPower(field.generator(atom), exponent)),
    coefficient,
  );
}

/** The number with which a monomial over a denominator occurs in a sum of such, or `null`. */
export function numberOf(value: RationalFunction, monomial: RationalFunction): RationalFunction | null {
  const denominator = field.fromPolynomials(value.denominator, field.one.numerator);
  for (const part of monomialsOf(value.numerator)) {
    const ratio = field.divide(field.divide(valueOfMonomial(part), denominator), monomial);
    if (generatorsOf(ratio).length === 0) return ratio;
  }
  return null;
}
