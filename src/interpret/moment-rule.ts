import { type Rational, rational, rationals } from '../algebra/index.ts';
import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  type Expression,
  evaluateExpression,
  printClosedForm,
  printExpression,
  symbolsOf,
} from '../calculus/index.ts';
import { DomainError, InputError } from '../errors.ts';
import type { Family, Pivot } from '../families/index.ts';
import type { Powers } from './pivot-terms.ts';
import { signOf } from './sign-of.ts';

/** What of a family its moment rule depends on. */
export type Pivotal = Pick<Family, 'name' | 'constants'> & { readonly pivot: Pivot };

/** The moments of a pivot; exponents hold the values of the constants that have one. */
export interface PivotMoments {
  /** Throws {@link DomainError} where the integral diverges, or a constant without a value decides whether it does. */
  check(powers: Powers): void;
  /** The expectation of a product of powers for which {@link PivotMoments.check} is silent. */
  value(powers: Powers): ClosedForm;
}

/** A term of the logarithm of the moment: a function of an argument that is of first order in the exponents. */
interface LogTerm {
  readonly argument: Expression;
  /** The derivative of the argument with respect to each exponent. */
  readonly slopes: readonly Rational[];
  /** The derivative of the given order of the function at a value of the argument. */
  readonly derivative: (order: number, value: ClosedForm) => ClosedForm;
}

/**
 * The moment rule of a pivot. With L the logarithm of the moment M as a function of the exponents, its derivatives M_S
 * along a list S of exponents, which are the moments with logarithms, follow from those of L: M_S is the sum over the
 * sublists T of S that contain its first member of L_T M_(S without T).
 */
export function momentRule(forms: ClosedForms, family: Pivotal): PivotMoments {
  const { factors, rule } = family.pivot;
  const names = factors.map(({ exponent }) => exponent);
  const constant = constantMeaning(forms, family);
  const terms = logTerms(forms, family, constant);
  const at = (argument: Expression, exponents: readonly ClosedForm[]): ClosedForm =>
    evaluateExpression(forms, argument, (name) => exponents[names.indexOf(name)] ?? constant(name));
  const none = names.map(() => forms.zero);
  const atNone = terms.map(({ argument, derivative }) => derivative(0, at(argument, none)));
  return {
    check: ({ exponents }) => {
      for (const argument of rule.above) requirePositive(forms, family, at(argument, exponents), exponents);
    },
    value: ({ exponents, logarithms }) => {
      const values = terms.map(({ argument }) => at(argument, exponents));
      const ofLog = (along: readonly number[]): ClosedForm =>
        forms.sum(
          terms.map(({ slopes, derivative }, j) => {
            const weight = along.map((k) => slopes[k]).reduce(rationals.multiply, rationals.one);
            return weight.numerator === 0
              ? forms.zero
              : forms.multiply(forms.fromRational(weight), derivative(along.length, values[j]));
          }),
        );
      const relative = ([first, ...rest]: readonly number[]): ClosedForm =>
        first === undefined
          ? forms.one
          : forms.sum(splits(rest).map(([taken, left]) => forms.multiply(ofLog([first, ...taken]), relative(left))));
      const plain = forms.exp(forms.subtract(ofLog([]), forms.sum(atNone)));
      return forms.multiply(plain, relative(names.flatMap((_, k) => new Array<number>(logarithms[k]).fill(k))));
    },
  };
}

/** What names mean once the constants that have values are replaced by them. */
export function constantMeaning(
  forms: ClosedForms,
  { constants }: Pick<Family, 'constants'>,
): (name: string) => ClosedForm {
  const values = new Map(constants.flatMap(({ name, value }) => (value ? [[name, forms.fromRational(value)]] : [])));
  return (name) => values.get(name) ?? forms.symbol(name);
}

function logTerms(forms: ClosedForms, family: Pivotal, constant: (name: string) => ClosedForm): LogTerm[] {
  const { above, below, scale } = family.pivot.rule;
  const slopes = slopesOf(family);
  const logGamma = (argument: Expression, sign: 1 | -1): LogTerm => ({
    argument,
    slopes: slopes(argument),
    derivative: (order, value) => {
      const derivative = forms.polygamma(order - 1, value);
      return sign === 1 ? derivative : forms.negate(derivative);
    },
  });
  const gammas = [...above.map((u) => logGamma(u, 1)), ...below.map((u) => logGamma(u, -1))];
  if (scale === undefined) return gammas;
  const logBase = forms.log(evaluateExpression(forms, scale.base, constant));
  const byOrder = (order: number, value: ClosedForm): ClosedForm =>
    order > 1 ? forms.zero : order === 1 ? logBase : forms.multiply(value, logBase);
  return [...gammas, { argument: scale.exponent, slopes: slopes(scale.exponent), derivative: byOrder }];
}

function slopesOf({ name, pivot }: Pivotal): (argument: Expression) => Rational[] {
  const names = pivot.factors.map(({ exponent }) => exponent);
  const symbols = [...pivot.rule.above, ...pivot.rule.below, ...(pivot.rule.scale ? [pivot.rule.scale.exponent] : [])];
  const declared = new Set([...names, ...symbols.flatMap(symbolsOf)]);
  const forms = closedForms([...declared].map((symbol) => ({ name: symbol })));
  return (argument) =>
    names.map((along) => {
      const slope = forms.derivative(evaluateExpression(forms, argument, forms.symbol), along);
      const [numerator, denominator] = [slope.numerator, slope.denominator];
      if (numerator.width === 0 && denominator.width === 0)
        return rational(numerator.coefficients[0] ?? 0, denominator.coefficients[0]);
      throw new InputError(
        `the moment rule of ${name} contains ${printExpression(argument)}, which is not of first order in ${along}`,
      );
    });
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
