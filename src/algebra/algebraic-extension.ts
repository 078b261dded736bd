import { DomainError } from '../errors.ts';
import { inverseMatrix } from './matrix.ts';
import { degreesOf, onePolynomial, type Polynomial, shiftExponents, termsOf } from './polynomial.ts';
import { rationalFunctions as free, type RationalFunction, type RationalFunctions } from './rational-function.ts';

/** The relation g^degree = radicand of a generator g; generators in the radicand have smaller numbers. */
export interface RadicalRelation {
  readonly generator: number;
  readonly degree: number;
  readonly radicand: RationalFunction;
}

/**
 * The field Q(g0, g1, ...) modulo relations g^n = r, in the order of their generators; the list may grow. Numerators have
 * degree below n in each such g, denominators are free of them. That is canonical, so that equality is structural, where
 * each g^n - r is irreducible over the field of the generators before: the caller's to see to. Without relations this is
 * the field of rational functions at its own speed.
 */
export function radicalExtension(relations: readonly RadicalRelation[]): RationalFunctions {
  const isFree = (a: RationalFunction): boolean =>
    relations.length === 0 || Math.max(a.numerator.width, a.denominator.width) <= relations[0].generator;
  const occurs = (p: Polynomial, { generator }: RadicalRelation): boolean =>
    generator < p.width && degreesOf(p)[generator] > 0;

  /** The numerator brought below the degrees of the relations; the denominator is free of their generators. */
  const reduced = (a: RationalFunction): RationalFunction => {
    if (isFree(a)) return a;
    const relation = relations.findLast(
      ({ generator, degree }) => generator < a.numerator.width && degreesOf(a.numerator)[generator] >= degree,
    );
    if (relation === undefined) return a;
    const parts = byPower(a.numerator, relation.generator, relation.degree);
    const terms = parts.map((part, power) =>
      reduced(free.multiply(over(part), free.integerPower(relation.radicand, power))),
    );
    return reduced(free.divide(free.sum(terms), over(a.denominator)));
  };
  const multiply = (a: RationalFunction, b: RationalFunction): RationalFunction => reduced(free.multiply(a, b));
  const inverse = (a: RationalFunction): RationalFunction => {
    const relation = relations.findLast((candidate) => occurs(a.numerator, candidate));
    return relation === undefined
      ? free.divide(free.one, a)
      : multiply(over(a.denominator), inverseOf(a.numerator, relation));
  };
  /** 1/p for p = sum of p_j g^j: the first column of the inverse of multiplication by p. */
  const inverseOf = (p: Polynomial, { generator, degree, radicand }: RadicalRelation): RationalFunction => {
    const parts = Array.from({ length: degree }, () => free.zero);
    byPower(p, generator, 1).forEach((part, power) => {
      parts[power] = over(part);
    });
    const matrix = parts.map((_, i) =>
      parts.map((__, j) => (i >= j ? parts[i - j] : multiply(radicand, parts[degree + i - j]))),
    );
    const g = free.generator(generator);
    try {
      const column = inverseMatrix(field, matrix).map((row) => row[0]);
      return reduced(free.sum(column.map((value, power) => free.multiply(value, free.integerPower(g, power)))));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError('division by zero: the divisor vanishes by the relations between its roots');
    }
  };
  const divide = (a: RationalFunction, b: RationalFunction): RationalFunction =>
    isFree(b) ? free.divide(a, b) : multiply(a, inverse(b));
  const integerPower = (a: RationalFunction, n: number): RationalFunction => {
    if (isFree(a)) return free.integerPower(a, n);
    if (n < 0) return integerPower(inverse(a), -n);
    if (n < 2) return n === 0 ? free.one : a;
    const root = integerPower(a, Math.floor(n / 2));
    const square = multiply(root, root);
    return n % 2 === 0 ? square : multiply(square, a);
  };
  const field: RationalFunctions = {
    ...free,
    multiply,
    divide,
    integerPower,
    sumOfProducts: (pairs) =>
      reduced(free.sumOfProducts?.(pairs) ?? free.sum(pairs.map(([a, b]) => free.multiply(a, b)))),
    fromPolynomials: (numerator, denominator) =>
      isFree(over(denominator)) && isFree(over(numerator))
        ? free.fromPolynomials(numerator, denominator)
        : divide(reduced(over(numerator)), reduced(over(denominator))),
    derivation: (a, valueOn) => reduced(free.derivation(a, valueOn)),
  };
  return field;
}

function over(p: Polynomial): RationalFunction {
  return { numerator: p, denominator: onePolynomial };
}

/** p as a polynomial in g^step: the coefficient of each power, with what remains of the powers of g. */
function byPower(p: Polynomial, generator: number, step: number): Polynomial[] {
  const groups: RationalFunction[][] = [];
  for (const { coefficient, monomial } of termsOf(p)) {
    const power = Math.floor((monomial.exponents[generator] ?? 0) / step);
    const shift = Array.from(monomial.exponents, (_, k) => (k === generator ? 0 - power * step : 0));
    groups[power] ??= [];
    groups[power].push(free.multiply(free.fromInteger(coefficient), over(shiftExponents(monomial, shift))));
  }
  return Array.from(groups, (terms) => free.sum(terms ?? []).numerator);
}
