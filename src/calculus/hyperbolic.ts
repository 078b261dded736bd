import {
  degreesOf,
  equalPolynomials,
  type Polynomial,
  type Rational,
  rational,
  rationalFunctions,
  rationals,
  shiftExponents,
  termsOf,
} from '../algebra/index.ts';
import type { ClosedForm } from './kernel.ts';
import { type Product, type Shown, type ShownKernel, times } from './sines-and-cosines.ts';

const { multiply, subtract, generator, fromInteger, fromRational, one, sum, zero } = rationalFunctions;

/**
 * The same function with an exponential E = exp(v) written in sinh(g v) and cosh(g v), where each factor is the same, or
 * the opposite, read from both ends as a polynomial in E, all powers of E cancel, and nothing gets longer: E^-1 (E^2 - 1)
 * is 2 sinh(v).
 */
export function inHyperbolicFunctions({ kernels, product }: Shown): Shown {
  return kernels.reduce<Shown>(
    (shown, kernel, index) => (kernel.kind === 'exp' ? (converted(shown, index) ?? shown) : shown),
    { kernels, product },
  );
}

/** A factor E^(d/2) times a sum of a_k (E^(gk) + E^(-gk)), or with minus signs. */
interface Symmetric {
  readonly multiplicity: number;
  readonly polynomial: Polynomial;
  readonly degree: number;
  readonly isOdd: boolean;
}

function converted({ kernels, product }: Shown, index: number): Shown | null {
  const inside = product.factors.filter(({ polynomial }) => (degreesOf(polynomial)[index] ?? 0) > 0);
  const symmetric = inside.map((factor) => symmetryOf(factor, index));
  const balance = inside.reduce(
    (total, { polynomial, multiplicity }) => total + (multiplicity * degreesOf(polynomial)[index]) / 2,
    product.exponents[index] ?? 0,
  );
  if (inside.length === 0 || balance !== 0 || !symmetric.every((factor) => factor !== null)) return null;
  const step = symmetric.reduce(
    (divisor, { polynomial, degree }) =>
      termsOf(polynomial).reduce(
        (g, { monomial }) => gcd(g, Math.abs((monomial.exponents[index] ?? 0) - degree / 2)),
        divisor,
      ),
    0,
  );
  const { argument } = kernels[index] as { readonly argument: ClosedForm };
  const circle = { sinh: kernels.length, cosh: kernels.length + 1 };
  const steps = step % 2 === 0 ? [step, step / 2] : [step];
  const candidates = steps.map((g) => ({
    g,
    forms: symmetric.map((factor) => hyperbolicForm(factor, { index, step: g, ...circle })),
  }));
  const size = (forms: readonly Polynomial[]): number => forms.reduce((n, form) => n + form.coefficients.length, 0);
  const best = candidates.reduce((least, next) => (size(next.forms) < size(least.forms) ? next : least));
  if (size(best.forms) > size(symmetric.map(({ polynomial }) => polynomial))) return null;
  const rest: Product = {
    ...product,
    exponents: product.exponents.map((e, k) => (k === index ? 0 : e)),
    factors: product.factors.filter((factor) => !inside.includes(factor)),
  };
  const result = best.forms.reduce((all, form, k) => times(all, form, symmetric[k].multiplicity), rest);
  const angle = multiply(fromInteger(best.g), argument);
  const shown: readonly ShownKernel[] = [
    { kind: 'sinh', argument: angle },
    { kind: 'cosh', argument: angle },
  ];
  return { kernels: [...kernels, ...shown], product: result };
}

function symmetryOf({ polynomial, multiplicity }: Product['factors'][number], index: number): Symmetric | null {
  const degree = degreesOf(polynomial)[index];
  if (degree % 2 === 1) return null;
  const reversed = sum(
    termsOf(polynomial).map(({ coefficient, monomial }) => {
      const e = monomial.exponents[index] ?? 0;
      return multiply(fromInteger(coefficient), asForm(shifted(monomial, index, degree - 2 * e)));
    }),
  );
  const isEven = equalPolynomials(reversed.numerator, polynomial);
  const isOdd = equalPolynomials(subtract(zero, reversed).numerator, polynomial);
  return isEven || isOdd ? { polynomial, multiplicity, degree, isOdd } : null;
}

/** With the polynomials T_k and U_k of Chebyshev: E^k + E^-k = 2 T_k(cosh), E^k - E^-k = 2 sinh U_(k-1)(cosh). */
function hyperbolicForm(
  { polynomial, degree, isOdd }: Symmetric,
  {
    index,
    step,
    sinh,
    cosh,
  }: { readonly index: number; readonly step: number; readonly sinh: number; readonly cosh: number },
): Polynomial {
  const terms = termsOf(polynomial).flatMap(({ coefficient, monomial }) => {
    const k = ((monomial.exponents[index] ?? 0) - degree / 2) / step;
    if (k < 0) return [];
    const rest = asForm(shifted(monomial, index, 0 - (monomial.exponents[index] ?? 0)));
    const scale: Rational = k === 0 ? rationals.one : rational(2);
    const part = isOdd ? multiply(generator(sinh), chebyshev(k - 1, cosh, 2)) : chebyshev(k, cosh, 1);
    return [[fromInteger(coefficient), rest, fromRational(scale), part].reduce(multiply)];
  });
  return sum(terms).numerator;
}

/** T_k for `slope` 1, U_k for 2: p_0 = 1, p_1 = slope x, p_(k+1) = 2x p_k - p_(k-1). */
function chebyshev(k: number, index: number, slope: number): ClosedForm {
  const x = generator(index);
  let [before, current] = [one, multiply(fromInteger(slope), x)];
  for (let step = 0; step < k; step++) {
    const next = subtract(multiply(multiply(fromInteger(2), x), current), before);
    [before, current] = [current, next];
  }
  return before;
}

function asForm(numerator: Polynomial): ClosedForm {
  return { numerator, denominator: one.numerator };
}

function shifted(monomial: Polynomial, index: number, by: number): Polynomial {
  const shift = Array.from({ length: Math.max(monomial.width, index + 1) }, (_, k) => (k === index ? by : 0));
  return shiftExponents(monomial, shift);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
