import {
  dividePolynomialsExactly,
  equalPolynomials,
  gcdOfIntegers,
  gcdOfPolynomials,
  isOnePolynomial,
  leadingCoefficient,
  type Polynomial,
  rationalFunctions,
  termsOf,
} from '../algebra/index.ts';
import { type DomainError, UnsupportedError } from '../errors.ts';
import { type ClosedForm, isPositiveKernel, type KernelTower } from './kernel.ts';

/**
 * A square-free polynomial or an integer, positive where the roots that were taken of it exist, with its finest root so
 * far: root^order = polynomial; order 1 where none was taken.
 */
export interface Radicand {
  readonly polynomial: Polynomial;
  order: number;
  root: ClosedForm;
}

/**
 * The radicands of a tower, coprime to each other, so that their roots are independent: for coprime square-free positive
 * r_i the products of r_i^(k_i/n), 0 <= k_i < n, are linearly independent over the field of the r_i
 * [Besicovitch 1940, J. London Math. Soc. 15; Mordell 1953, Pacific J. Math. 3].
 */
export interface RootBase {
  /** The radicands of which a polynomial known to be positive is the product; they are made where they are new. */
  radicandsOf(p: Polynomial): Radicand[];
  /** The polynomial is a product of radicands, so positive where their roots exist. */
  knows(p: Polynomial): boolean;
  /** radicand^(1/degree). */
  rootOf(radicand: Radicand, degree: number): ClosedForm;
}

/** No radicands yet. */
export function rootBase(tower: KernelTower): RootBase {
  let radicands: Radicand[] = [];

  const rootOf = (radicand: Radicand, degree: number): ClosedForm => {
    const order = leastCommonMultiple(radicand.order, degree);
    if (order > radicand.order) {
      const argument = asForm(radicand.polynomial);
      const generator = tower.adjoinRoot({ kind: 'root', order, argument }, order / radicand.order, radicand.root);
      radicand.root = generator;
      radicand.order = order;
    }
    return tower.field.integerPower(radicand.root, order / degree);
  };
  /** Replaces a radicand by a divisor and the quotient; the root of the quotient is the quotient of the roots. */
  const split = (radicand: Radicand, divisor: Polynomial): Radicand => {
    const first = radicandFrom(divisor);
    const second = radicandFrom(quotient(radicand.polynomial, divisor));
    if (radicand.order > 1) {
      second.root = tower.field.divide(radicand.root, rootOf(first, radicand.order));
      second.order = radicand.order;
    }
    radicands = radicands.flatMap((other) => (other === radicand ? [first, second] : [other]));
    return first;
  };
  const isPositive = (p: Polynomial): boolean =>
    termsOf(p).every(
      ({ coefficient, monomial }) =>
        coefficient > 0 &&
        monomial.exponents.every((e, index) => e % 2 === 0 || isPositiveKernel(tower.kernels[index])),
    );
  const partsOf = (p: Polynomial): { readonly parts: Radicand[]; readonly rest: Polynomial } => {
    const parts: Radicand[] = [];
    let rest = p;
    for (const radicand of radicands) {
      const common = commonDivisor(rest, radicand.polynomial);
      if (isOnePolynomial(common)) continue;
      if (leadingCoefficient(rest) < 0 !== leadingCoefficient(radicand.polynomial) < 0) {
        throw signsUnknown('a factor with opposite signs');
      }
      const whole = equalPolynomials(common, absolute(radicand.polynomial));
      // Of sqrt(a b) and sqrt(b c) it is not known whether b is positive; of sqrt(a b) and sqrt(b) it is.
      if (!whole && !equalPolynomials(common, absolute(rest)) && !isPositive(common)) {
        throw signsUnknown('a factor of unknown sign');
      }
      parts.push(whole ? radicand : split(radicand, common));
      rest = quotient(rest, whole ? radicand.polynomial : common);
    }
    return { parts, rest };
  };
  return {
    rootOf,
    knows: (p) => {
      let rest = p;
      for (const { polynomial } of radicands) rest = dividePolynomialsExactly(rest, polynomial) ?? rest;
      return isOnePolynomial(rest);
    },
    radicandsOf: (p) => {
      const { parts, rest } = partsOf(p);
      if (isOnePolynomial(rest)) return parts;
      const fresh = radicandFrom(rest);
      radicands = [...radicands, fresh];
      return [...parts, fresh];
    },
  };
}

function radicandFrom(polynomial: Polynomial): Radicand {
  return { polynomial, order: 1, root: asForm(polynomial) };
}

function asForm(numerator: Polynomial): ClosedForm {
  return { numerator, denominator: rationalFunctions.one.numerator };
}

function absolute(p: Polynomial): Polynomial {
  return leadingCoefficient(p) < 0 ? rationalFunctions.negate(asForm(p)).numerator : p;
}

function quotient(p: Polynomial, divisor: Polynomial): Polynomial {
  return dividePolynomialsExactly(p, divisor) as Polynomial;
}

function commonDivisor(p: Polynomial, q: Polynomial): Polynomial {
  if (p.width > 0 && q.width > 0) return gcdOfPolynomials(absolute(p), absolute(q));
  if (p.width > 0 || q.width > 0) return rationalFunctions.one.numerator;
  return rationalFunctions.fromInteger(gcdOfIntegers(leadingCoefficient(p), leadingCoefficient(q))).numerator;
}

function signsUnknown(what: string): UnsupportedError | DomainError {
  return new UnsupportedError(`roots of expressions that share ${what}: which of them is positive is not known here`);
}

function leastCommonMultiple(a: number, b: number): number {
  let multiple = a;
  while (multiple % b !== 0) multiple += a;
  return multiple;
}
