import {
  equalPolynomials,
  generatorsOf,
  type Polynomial,
  type Rational,
  rational,
  rationalFunctions,
  rationals,
  termsOf,
} from '../algebra/index.ts';
import { inHyperbolicFunctions } from './hyperbolic.ts';
import type { ClosedForm, Kernel } from './kernel.ts';
import { inSinesAndCosines, type Product, type ShownKernel, times } from './sines-and-cosines.ts';

/** A product constant * product of kernel^exponent * product of factor^exponent as it is written, roots as fractions. */
export interface ShownProduct {
  readonly kernels: readonly ShownKernel[];
  readonly constant: Rational;
  /** By the number of the kernel. */
  readonly exponents: readonly Rational[];
  readonly factors: readonly { readonly polynomial: Polynomial; readonly exponent: Rational }[];
}

const empty: Product = { constant: rational(1), exponents: [], factors: [] };

/** A closed form other than zero as a product: in sines and cosines, circular or hyperbolic, a root beside its radicand as one power of it. */
export function shownProduct(kernels: readonly Kernel[], a: ClosedForm): ShownProduct {
  const trigonometric = withTrigonometricRadicands(kernels, a);
  const product = times(times(empty, trigonometric.form.numerator, 1), a.denominator, -1);
  const shown = inHyperbolicFunctions(inSinesAndCosines(trigonometric.kernels, product));
  const exponents = [...shown.product.exponents];
  let { constant } = shown.product;
  const factors = shown.product.factors.map(({ polynomial, multiplicity }) => ({
    polynomial,
    exponent: rational(multiplicity),
  }));
  shown.kernels.forEach((kernel, index) => {
    if (kernel.kind !== 'root' || (exponents[index] ?? 0) === 0) return;
    const radicand = radicandFactor(trigonometric.kernels, kernel.argument);
    const beside = factors.find(({ polynomial }) => radicand !== null && equalPolynomials(polynomial, radicand.factor));
    if (radicand === null || beside === undefined) return;
    if (radicand.negated) {
      beside.polynomial = rationalFunctions.negate({ ...kernel.argument, numerator: radicand.factor }).numerator;
      if (Number(beside.exponent.numerator) % 2 !== 0) constant = rationals.negate(constant);
    }
    beside.exponent = rationals.add(beside.exponent, rational(exponents[index], kernel.order));
    exponents[index] = 0;
  });
  return {
    kernels: shown.kernels,
    constant,
    exponents: withoutRootsOfKernels(shown.kernels, exponents),
    factors: factors.filter(({ exponent }) => exponent.numerator !== 0),
  };
}

/** The one sum, perhaps with all signs changed, that a radicand is as it is written; `null` where it is anything else. */
function radicandFactor(
  kernels: readonly Kernel[],
  radicand: ClosedForm,
): { readonly factor: Polynomial; readonly negated: boolean } | null {
  const { product } = inSinesAndCosines(kernels, times(times(empty, radicand.numerator, 1), radicand.denominator, -1));
  const [factor, ...others] = product.factors;
  const alone = others.length === 0 && product.exponents.every((e) => e === 0);
  const { numerator, denominator } = product.constant;
  const isUnit = (numerator === 1 || numerator === -1) && denominator === 1;
  return alone && isUnit && factor?.multiplicity === 1
    ? { factor: factor.polynomial, negated: numerator === -1 }
    : null;
}

/** The exponents where the root of a kernel is a fractional power of it. */
export function withoutRootsOfKernels(kernels: readonly ShownKernel[], exponents: readonly number[]): Rational[] {
  const result = Array.from(exponents, (e) => rational(e ?? 0));
  for (let index = result.length - 1; index >= 0; index--) {
    const kernel = kernels[index];
    if (kernel.kind !== 'root' || result[index].numerator === 0) continue;
    const inner = onlyKernel(kernel.argument);
    if (inner === null) continue;
    result[inner] = rationals.add(result[inner], rationals.multiply(result[index], rational(1, kernel.order)));
    result[index] = rationals.zero;
  }
  return result;
}

/** The number of the kernel that a closed form is, or `null`. */
function onlyKernel(a: ClosedForm): number | null {
  const [only, ...others] = generatorsOf(a);
  return others.length === 0 && only !== undefined && rationalFunctions.equals(a, rationalFunctions.generator(only))
    ? only
    : null;
}

/**
 * Roots of p(t) for t = tan(u/2), p of degree d, written as roots of p(t)/(1 + t^2)^(d/2), which is a polynomial in sines
 * and cosines, where that makes a whole power of 1 + t^2 of the difference.
 */
function withTrigonometricRadicands(
  kernels: readonly Kernel[],
  a: ClosedForm,
): { kernels: Kernel[]; form: ClosedForm } {
  const { multiply, divide, add, one, generator, integerPower, fromInteger, sum } = rationalFunctions;
  const shown = [...kernels];
  const scales = new Map<number, ClosedForm>();
  for (const index of generatorsOf(a)) {
    const kernel = kernels[index];
    if (kernel.kind !== 'root') continue;
    for (const tangent of generatorsOf(kernel.argument)) {
      if (kernels[tangent].kind !== 'tan') continue;
      const degree = Math.max(
        ...termsOf(kernel.argument.numerator).map(({ monomial }) => monomial.exponents[tangent] ?? 0),
      );
      if (degree % (2 * kernel.order) !== 0) continue;
      const length = add(one, integerPower(generator(tangent), 2));
      scales.set(index, multiply(scales.get(index) ?? one, integerPower(length, degree / (2 * kernel.order))));
      const current = shown[index] as Kernel & { kind: 'root' };
      shown[index] = { ...current, argument: divide(current.argument, integerPower(length, degree / 2)) };
    }
  }
  if (scales.size === 0) return { kernels: shown, form: a };
  const terms = termsOf(a.numerator).map(({ coefficient, monomial }) => {
    const scaled = Array.from(monomial.exponents, (e, index) => integerPower(scales.get(index) ?? one, e));
    return scaled.reduce(
      multiply,
      multiply(fromInteger(coefficient), { numerator: monomial, denominator: one.numerator }),
    );
  });
  return { kernels: shown, form: sum(terms) };
}
