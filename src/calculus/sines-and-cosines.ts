import {
  degreesOf,
  equalPolynomials,
  gcdOfPolynomials,
  integerContent,
  leadingCoefficient,
  monomialContent,
  type Polynomial,
  type Rational,
  rational,
  rationalFunctions,
  rationals,
  shiftExponents,
  squareFreeFactors,
  termsOf,
} from '../algebra/index.ts';
import type { ClosedForm, Kernel } from './kernel.ts';

/** A kernel, or one of the functions in which tangents of half an angle and exponentials are written. */
export type ShownKernel = Kernel | { readonly kind: 'sin' | 'cos' | 'sinh' | 'cosh'; readonly argument: ClosedForm };

/** A product constant * product of kernel^exponent * product of factor^multiplicity; whole exponents of any sign. */
export interface Product {
  readonly constant: Rational;
  /** By the number of the kernel. */
  readonly exponents: readonly number[];
  /** Polynomials in the kernels with positive leading coefficient, not monomials. */
  readonly factors: readonly { readonly polynomial: Polynomial; readonly multiplicity: number }[];
}

/** A product with the kernels that its exponents count: those of the field, then sines and cosines. */
export interface Shown {
  readonly kernels: readonly ShownKernel[];
  readonly product: Product;
}

/**
 * The same function with each tangent t = tan(u/2) written in sin(u) and cos(u). With S and C sine and cosine of u/2, a
 * factor of degree d in t is a form of degree d in S and C over C^d; forms of even degree are polynomials in sin(u) = 2SC
 * and cos(u) = C^2 - S^2 modulo sin^2 + cos^2 = 1, of which the shortest of three representatives is taken.
 */
export function inSinesAndCosines(kernels: readonly Kernel[], product: Product): Shown {
  const tangents = kernels.flatMap((kernel, index) => (kernel.kind === 'tan' ? [{ kernel, index }] : []));
  if (!tangents.some(({ index }) => occursIn(product, index))) return { kernels, product };
  const shown = tangents.flatMap(({ kernel: { argument } }): ShownKernel[] => {
    const angle = add(argument, argument);
    return [
      { kind: 'sin', argument: angle },
      { kind: 'cos', argument: angle },
    ];
  });
  const converting = tangents.reduce<Product>((result, { index }, place) => {
    const circle = { sin: kernels.length + 2 * place, cos: kernels.length + 2 * place + 1 };
    return occursIn(result, index) ? converted(result, index, circle) : result;
  }, product);
  return { kernels: [...kernels, ...shown], product: converting };
}

function occursIn({ exponents, factors }: Product, index: number): boolean {
  return (exponents[index] ?? 0) !== 0 || factors.some((factor) => degreeIn(factor.polynomial, index) > 0);
}

const { add, subtract, multiply, integerPower, generator, fromInteger, one, sum } = rationalFunctions;

function converted(product: Product, tangent: number, circle: Circle): Product {
  const exponents = [...product.exponents];
  let [half, overHalf] = [exponents[tangent] ?? 0, 0 - (exponents[tangent] ?? 0)]; // of S and C
  exponents[tangent] = 0;
  let result = gathered({ constant: product.constant, exponents, factors: [] });
  for (const { polynomial, multiplicity } of ofEvenDegree(product.factors, tangent)) {
    const degree = degreeIn(polynomial, tangent);
    const even = degree + (degree % 2);
    overHalf -= even * multiplicity;
    const form = shortest(circle, onCircle(polynomial, { tangent, degree: even, circle }));
    result = times(result, form, multiplicity);
    result = scaled(result, rational(2), (0 - even / 2) * multiplicity);
  }
  const sines =
    half * overHalf > 0 ? Math.sign(half) * Math.min(Math.abs(half), Math.abs(overHalf)) : Math.abs(half % 2);
  [half, overHalf] = [(half - sines) / 2, (overHalf - sines) / 2];
  result = times(result, generator(circle.sin).numerator, sines);
  result = times(result, subtract(one, generator(circle.cos)).numerator, half);
  result = times(result, add(one, generator(circle.cos)).numerator, overHalf);
  return scaled(result, rational(2), 0 - sines - half - overHalf);
}

/** The numbers of sin(u) and cos(u) among the kernels. */
interface Circle {
  readonly sin: number;
  readonly cos: number;
}

function degreeIn(p: Polynomial, index: number): number {
  return degreesOf(p)[index] ?? 0;
}

/** The factors with those of odd degree squared or multiplied in pairs; one of odd degree may be left over. */
function ofEvenDegree(
  factors: Product['factors'],
  tangent: number,
): { polynomial: Polynomial; multiplicity: number }[] {
  const isOdd = ({ polynomial }: Product['factors'][number]): boolean => degreeIn(polynomial, tangent) % 2 === 1;
  const even = factors.filter((factor) => !isOdd(factor));
  const squares: { polynomial: Polynomial; multiplicity: number }[] = [];
  let single: Product['factors'][number] | null = null;
  for (const factor of factors.filter(isOdd)) {
    const { polynomial, multiplicity } = factor;
    const square = multiply(asForm(polynomial), asForm(polynomial)).numerator;
    if (multiplicity % 2 === 0) squares.push({ polynomial: square, multiplicity: multiplicity / 2 });
    else if (single === null) single = factor;
    else {
      const pair = multiply(asForm(single.polynomial), asForm(polynomial)).numerator;
      squares.push({ polynomial: pair, multiplicity: single.multiplicity });
      squares.push({ polynomial: square, multiplicity: (multiplicity - single.multiplicity) / 2 });
      single = null;
    }
  }
  return [...even, ...squares, ...(single === null ? [] : [single])].filter(({ multiplicity }) => multiplicity !== 0);
}

function asForm(p: Polynomial): ClosedForm {
  return { numerator: p, denominator: one.numerator };
}

/** 2^(degree/2) times the sum of coefficients of t^e times S^e C^(degree - e), in sin(u) and cos(u). */
function onCircle(
  p: Polynomial,
  { tangent, degree, circle }: { readonly tangent: number; readonly degree: number; readonly circle: Circle },
): Polynomial {
  const [sin, cos] = [generator(circle.sin), generator(circle.cos)];
  const [low, high] = [subtract(one, cos), add(one, cos)]; // 2 S^2 and 2 C^2
  const terms = termsOf(p).map(({ coefficient, monomial }) => {
    const exponent = monomial.exponents[tangent] ?? 0;
    const odd = exponent % 2;
    const rest = shiftExponents(
      monomial,
      Array.from(monomial.exponents, (_, k) => (k === tangent ? 0 - exponent : 0)),
    );
    const angular = multiply(
      integerPower(low, (exponent - odd) / 2),
      integerPower(high, (degree - exponent - odd) / 2),
    );
    return [fromInteger(coefficient), asForm(rest), angular, odd === 1 ? sin : one].reduce(multiply);
  });
  return sum(terms).numerator;
}

/** The polynomial with sin^2 = 1 - cos^2 used to lower sines, or cosines, or to make it homogeneous: what is shortest. */
function shortest({ sin, cos }: Circle, p: Polynomial): Polynomial {
  const candidates = [p, lowered(p, cos, sin), homogeneous(p, sin, cos)].filter((form) => form !== null);
  const size = (form: Polynomial): number =>
    termsOf(form).reduce(
      (total, { monomial }) => total + 100 + Array.from(monomial.exponents).filter(Boolean).length,
      0,
    );
  return candidates.reduce((best, form) => (size(form) < size(best) ? form : best));
}

/** p with the square of one function replaced by 1 less the square of the other. */
function lowered(p: Polynomial, of: number, other: number): Polynomial {
  const square = subtract(one, integerPower(generator(other), 2));
  const terms = termsOf(p).map(({ coefficient, monomial }) => {
    const exponent = monomial.exponents[of] ?? 0;
    const pairs = (exponent - (exponent % 2)) / 2;
    const rest = shiftExponents(
      monomial,
      Array.from(monomial.exponents, (_, k) => (k === of ? -2 * pairs : 0)),
    );
    return [fromInteger(coefficient), asForm(rest), integerPower(square, pairs)].reduce(multiply);
  });
  return sum(terms).numerator;
}

/** p with powers of sin^2 + cos^2 supplied to terms of lower degree, or `null` where degrees differ in parity. */
function homogeneous(p: Polynomial, sin: number, cos: number): Polynomial | null {
  const unit = add(integerPower(generator(sin), 2), integerPower(generator(cos), 2));
  const terms = termsOf(p).map(({ coefficient, monomial }) => ({
    term: multiply(fromInteger(coefficient), asForm(monomial)),
    degree: (monomial.exponents[sin] ?? 0) + (monomial.exponents[cos] ?? 0),
  }));
  const degree = terms.reduce((largest, term) => Math.max(largest, term.degree), 0);
  if (terms.some((term) => (degree - term.degree) % 2 === 1)) return null;
  return sum(terms.map((term) => multiply(term.term, integerPower(unit, (degree - term.degree) / 2)))).numerator;
}

function scaled(product: Product, base: Rational, exponent: number): Product {
  let constant = product.constant;
  for (let k = 0; k < Math.abs(exponent); k++) {
    constant = exponent > 0 ? rationals.multiply(constant, base) : rationals.divide(constant, base);
  }
  return { ...product, constant };
}

/** The product times p^multiplicity, taken apart into its content, monomial and square-free factors. */
export function times(product: Product, p: Polynomial, multiplicity: number): Product {
  if (multiplicity === 0) return product;
  const content = integerContent(p);
  const monomial = monomialContent(p);
  const negative = leadingCoefficient(p) < 0;
  const scale = rational(content);
  const constant = negative ? rationals.negate(scale) : scale;
  const shifted = shiftExponents(
    p,
    monomial.map((e) => 0 - e),
  );
  const primitive = rationalFunctions.divide(asForm(shifted), rationalFunctions.fromRational(constant)).numerator;
  const exponents = [...product.exponents];
  monomial.forEach((e, index) => {
    exponents[index] = (exponents[index] ?? 0) + e * multiplicity;
  });
  const found = squareFreeFactors(primitive, gcdOfPolynomials).map((factor) =>
    leadingCoefficient(factor.factor) < 0
      ? { polynomial: rationalFunctions.negate(asForm(factor.factor)).numerator, multiplicity: factor.multiplicity }
      : { polynomial: factor.factor, multiplicity: factor.multiplicity },
  );
  return gathered({
    constant: scaled(product, constant, multiplicity).constant,
    exponents: Array.from(exponents, (e) => e ?? 0),
    factors: [
      ...product.factors,
      ...found.map((factor) => ({ ...factor, multiplicity: factor.multiplicity * multiplicity })),
    ],
  });
}

/** Equal factors as one. */
function gathered(product: Product): Product {
  const factors: { polynomial: Polynomial; multiplicity: number }[] = [];
  for (const { polynomial, multiplicity } of product.factors) {
    const known = factors.find((factor) => equalPolynomials(factor.polynomial, polynomial));
    if (known === undefined) factors.push({ polynomial, multiplicity });
    else known.multiplicity += multiplicity;
  }
  return { ...product, factors: factors.filter(({ multiplicity }) => multiplicity !== 0) };
}
