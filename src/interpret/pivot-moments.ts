import { dividePolynomialsExactly, type Rational, rational, rationals } from '../algebra/index.ts';
import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  type Expression,
  evaluateExpression,
  evaluator,
  laurentTerms,
  printClosedForm,
  printExpression,
} from '../calculus/index.ts';
import { DomainError, InputError, UnsupportedError } from '../errors.ts';
import type { Family, Pivot } from '../families/index.ts';
import { signOf } from './sign-of.ts';

/** A product of real powers of the factors of a pivot and of whole powers of their logarithms, one entry a factor. */
interface Powers {
  readonly exponents: readonly ClosedForm[];
  readonly logarithms: readonly number[];
}

/** What of a family matters here. */
type Pivotal = Pick<Family, 'name' | 'constants'> & { readonly pivot: Pivot };

/**
 * The expectation of functions of the pivot, by its moment rule. Throws {@link DomainError} where an integral diverges or
 * a constant without a value decides whether it does, {@link UnsupportedError} for a function that is no sum of products
 * of powers of the factors of the pivot and their logarithms.
 */
export function pivotMoments(forms: ClosedForms, family: Pivotal): (f: ClosedForm) => ClosedForm {
  const { variable, factors } = family.pivot;
  const bases = factors.map(({ base }) => evaluateExpression(forms, base, forms.symbol));
  const atConstants = evaluator(forms, forms, constantMeaning(forms, family));
  const rule = momentRule(forms, family);
  const reading = kernelReading(forms, bases, variable);
  return (f) => {
    const { cleared, below } = withoutFactorsBelow(forms, bases, f);
    const terms = laurentTerms(forms, cleared, [variable]).map(({ exponents, coefficient }) => {
      const value = atConstants(coefficient);
      if (forms.isZero(value)) return forms.zero; // a term that is not there needs no expectation
      const above = productOfPowers(forms, bases.length, exponents, reading);
      const total = above.exponents.map((e, k) => atConstants(forms.add(e, forms.fromInteger(below[k]))));
      return forms.multiply(value, rule({ ...above, exponents: total }));
    });
    return forms.sum(terms);
  };
}

function constantMeaning(forms: ClosedForms, { constants }: Pivotal): (name: string) => ClosedForm {
  const values = new Map(constants.flatMap(({ name, value }) => (value ? [[name, forms.fromRational(value)]] : [])));
  return (name) => values.get(name) ?? forms.symbol(name);
}

/** One of the Gamma functions of the rule: +1 above, -1 below; its argument is of first order in the exponents. */
interface GammaFactor {
  readonly sign: 1 | -1;
  readonly argument: Expression;
  /** The derivative of the argument with respect to each exponent. */
  readonly slopes: readonly Rational[];
}

function gammaFactors({ pivot, constants, name }: Pivotal): readonly GammaFactor[] {
  const names = pivot.factors.map(({ exponent }) => exponent);
  const forms = closedForms(
    [...names, ...constants.map((constant) => constant.name)].map((symbol) => ({ name: symbol })),
  );
  const slope = (argument: Expression, along: string): Rational => {
    const { numerator, denominator } = forms.derivative(evaluateExpression(forms, argument, forms.symbol), along);
    if (numerator.width > 0 || denominator.width > 0)
      throw new InputError(`${name}: the argument of Gamma must be of first order in ${along}`);
    return rational(numerator.coefficients[0] ?? 0, denominator.coefficients[0]);
  };
  const factor = (sign: 1 | -1) => (argument: Expression) => ({
    sign,
    argument,
    slopes: names.map((along) => slope(argument, along)),
  });
  return [...pivot.gammas.above.map(factor(1)), ...pivot.gammas.below.map(factor(-1))];
}

/**
 * The rule as a function of powers. With L the logarithm of the moment M as a function of the exponents, its derivatives
 * M_S along a list S of exponents, which are the moments with logarithms, follow from those of L, which are polygamma:
 * M_S is the sum over the sublists T of S that contain its first member of L_T M_(S without T).
 */
function momentRule(forms: ClosedForms, family: Pivotal): (powers: Powers) => ClosedForm {
  const names = family.pivot.factors.map(({ exponent }) => exponent);
  const gammas = gammaFactors(family);
  const constant = constantMeaning(forms, family);
  const argumentAt = (argument: Expression, exponents: readonly ClosedForm[]): ClosedForm =>
    evaluateExpression(forms, argument, (name) => exponents[names.indexOf(name)] ?? constant(name));
  const none = names.map(() => forms.zero);
  const logGamma = (argument: ClosedForm): ClosedForm => forms.polygamma(-1, argument);
  const values = new Map<string, ClosedForm>();
  return ({ exponents, logarithms }) => {
    const key = [...exponents.map((e) => printClosedForm(forms, e)), ...logarithms].join();
    const value = values.get(key) ?? derivative(exponents, logarithms);
    values.set(key, value);
    return value;
  };

  function derivative(exponents: readonly ClosedForm[], logarithms: readonly number[]): ClosedForm {
    const at = gammas.map((gamma) => ({ ...gamma, value: argumentAt(gamma.argument, exponents) }));
    for (const { sign, value } of at) if (sign === 1) requirePositive(forms, family, value, exponents);
    const logMoment = forms.sum(
      at.map(({ sign, argument, value }) => {
        const change = forms.subtract(logGamma(value), logGamma(argumentAt(argument, none)));
        return sign === 1 ? change : forms.negate(change);
      }),
    );
    const along = names.flatMap((_, k) => new Array<number>(logarithms[k]).fill(k));
    const ofLog = (list: readonly number[]): ClosedForm =>
      forms.sum(
        at.map(({ sign, slopes, value }) => {
          const weight = list.map((k) => slopes[k]).reduce(rationals.multiply, rational(sign));
          return weight.numerator === 0
            ? forms.zero
            : forms.multiply(forms.fromRational(weight), forms.polygamma(list.length - 1, value));
        }),
      );
    const ofMoment = (list: readonly number[]): ClosedForm => {
      const [first, ...rest] = list;
      if (first === undefined) return forms.one;
      return forms.sum(splits(rest).map(([taken, left]) => forms.multiply(ofLog([first, ...taken]), ofMoment(left))));
    };
    return forms.multiply(forms.exp(logMoment), ofMoment(along));
  }
}

/** All ways to split a list in two. */
function splits<T>([first, ...rest]: readonly T[]): [T[], T[]][] {
  if (first === undefined) return [[[], []]];
  return splits(rest).flatMap(([left, right]): [T[], T[]][] => [
    [[first, ...left], right],
    [left, [first, ...right]],
  ]);
}

function requirePositive(
  forms: ClosedForms,
  { name, constants, pivot }: Pivotal,
  argument: ClosedForm,
  exponents: readonly ClosedForm[],
): void {
  const sign = signOf(forms, argument, constants);
  if (sign === 'positive') return;
  const open = constants.filter(({ value }) => value === undefined).map((constant) => constant.name);
  const factors = pivot.factors.map(
    ({ base }, k) => `(${printExpression(base)})^(${printClosedForm(forms, exponents[k])})`,
  );
  const integral = `an expectation over ${name} contains E[${factors.join(' ')}]`;
  const shown = printClosedForm(forms, argument);
  throw new DomainError(
    sign === 'undecided'
      ? `${integral}, which exists only where ${shown} is positive: give a value for ${open.join(', ')}`
      : `${integral}, which does not exist: its integral diverges`,
  );
}

/** Multiplies by the factors that stand in the denominator as sums, and counts them with negative exponents. */
function withoutFactorsBelow(
  forms: ClosedForms,
  bases: readonly ClosedForm[],
  f: ClosedForm,
): { readonly cleared: ClosedForm; readonly below: readonly number[] } {
  const below = bases.map(() => 0);
  let cleared = f;
  for (let k = 1; k < bases.length; k++) {
    while (dividePolynomialsExactly(cleared.denominator, bases[k].numerator) !== null) {
      cleared = forms.multiply(cleared, bases[k]);
      below[k]--;
    }
  }
  return { cleared, below };
}

/** What each kernel that depends on the pivot is, as a product of powers of the factors and their logarithms. */
function kernelReading(forms: ClosedForms, bases: readonly ClosedForm[], variable: string): (index: number) => Powers {
  const none = bases.map(() => 0);
  const known: Powers[] = [];
  const ofKernel = (index: number): Powers => {
    const kernel = forms.kernels[index];
    const exponents = bases.map(() => forms.zero);
    if (kernel.kind === 'symbol' && kernel.name === variable) {
      exponents[0] = forms.fromRational(rational(1, kernel.order));
      return { exponents, logarithms: none };
    }
    if (kernel.kind === 'log') {
      const k = bases.findIndex(
        (base) => forms.equals(base, kernel.argument) || forms.equals(forms.negate(base), kernel.argument),
      );
      if (k >= 0) return { exponents, logarithms: none.with(k, 1) };
    }
    if (kernel.kind === 'exp') {
      // exp(sum c_k log(base_k)) is a product of symbolic powers.
      for (const term of laurentTerms(forms, kernel.argument, [variable])) {
        const { exponents: inside, logarithms } = monomial(term.exponents);
        const k = logarithms.indexOf(1);
        if (k < 0 || logarithms.some((m, j) => m !== 0 && j !== k) || !inside.every(forms.isZero)) throw refused(index);
        exponents[k] = forms.add(exponents[k], term.coefficient);
      }
      return { exponents, logarithms: none };
    }
    throw refused(index);
  };
  const refused = (index: number): UnsupportedError =>
    new UnsupportedError(
      `${printClosedForm(forms, forms.generator(index))} is no power or logarithm of the factors of the pivot, so its expectation has no closed form here`,
    );
  const reading = (index: number): Powers => {
    known[index] ??= ofKernel(index);
    return known[index];
  };
  const monomial = (exponents: readonly number[]): Powers => productOfPowers(forms, bases.length, exponents, reading);
  return reading;
}

/** The product of powers of kernels; exponents of logarithms must not be negative. */
function productOfPowers(
  forms: ClosedForms,
  factors: number,
  kernelExponents: readonly number[],
  reading: (index: number) => Powers,
): Powers {
  const exponents = Array.from({ length: factors }, () => forms.zero);
  const logarithms = Array.from({ length: factors }, () => 0);
  kernelExponents.forEach((n, index) => {
    if (n === 0) return;
    const one = reading(index);
    for (let k = 0; k < factors; k++) {
      exponents[k] = forms.add(exponents[k], forms.multiply(forms.fromInteger(n), one.exponents[k]));
      logarithms[k] += n * one.logarithms[k];
    }
  });
  if (logarithms.some((m) => m < 0))
    throw new UnsupportedError('a quotient by a logarithm of the pivot has no expectation in closed form here');
  return { exponents, logarithms };
}
