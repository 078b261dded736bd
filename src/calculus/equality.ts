import { type Rational, rational } from '../algebra/index.ts';
import { FisherRaoError } from '../errors.ts';
import type { BigNumber, BigNumbers } from './big-numbers.ts';
import type { ClosedForms } from './closed-forms.ts';
import { bigValue } from './digits.ts';
import type { FunctionMeaning } from './elementary-field.ts';
import { doubtsOfIndependence, variablesOf } from './independence.ts';
import type { ClosedForm } from './kernel.ts';

/** Two closed forms at a point, in decimal digits. */
export interface Witness {
  readonly point: Readonly<Record<string, Rational>>;
  readonly left: string;
  readonly right: string;
  /** left - right; 0 where it is below the last digit of the computation. */
  readonly difference: string;
}

/**
 * Whether two closed forms are the same function. `different` has a point where they differ, unless none was found where
 * both are defined; `undecided` says why, with the largest difference seen.
 */
export type Equality =
  | { readonly verdict: 'equal' }
  | { readonly verdict: 'different'; readonly witness: Witness | null }
  | { readonly verdict: 'undecided'; readonly reasons: readonly string[]; readonly witness: Witness | null };

const [fewDigits, manyDigits] = [50, 90];
const [points, trials] = [8, 60];

/**
 * Decides the equality of closed forms where that is possible. They are equal if their difference is 0 by the relations
 * that hold by construction, and different if it is not and their kernels are known to be independent
 * ({@link doubtsOfIndependence}). Otherwise values at points in general position tell them apart: with 50 and with 90
 * digits the difference must be the same number, far above rounding; where it never is, they are `undecided`. Points are
 * `at`, or positive numbers for positive symbols and real ones for others.
 */
export function equality(
  forms: ClosedForms,
  a: ClosedForm,
  b: ClosedForm,
  at?: readonly Readonly<Record<string, Rational>>[],
): Equality {
  const difference = forms.subtract(a, b);
  if (forms.isZero(difference)) return { verdict: 'equal' };
  const reasons = doubtsOfIndependence(forms, difference);
  const names = [...new Set([a, b].flatMap((form) => variablesOf(forms, form)))];
  const candidates = at ?? Array.from({ length: trials }, (_, n) => generalPoint(forms, names, n));
  let [seen, closest]: [number, Compared | null] = [0, null];
  for (const point of candidates) {
    const compared = compareAt(forms, [a, b], point);
    if (compared === null) continue;
    if (compared.differ) return { verdict: 'different', witness: compared.witness };
    if (closest === null || compared.size.gt(closest.size)) closest = compared;
    if (++seen === points) break;
  }
  const witness = closest?.witness ?? null;
  return reasons.length === 0 ? { verdict: 'different', witness } : { verdict: 'undecided', reasons, witness };
}

/**
 * left - right at a point where the two closed forms certainly differ: with 50 and with 90 digits it is the same number, far
 * above rounding, undetermined functions being sums of exponentials. `null` where that does not show.
 */
export function certainDifference(
  forms: ClosedForms,
  left: ClosedForm,
  right: ClosedForm,
  point: Readonly<Record<string, Rational>>,
): number | null {
  const compared = compareAt(forms, [left, right], point);
  return compared?.differ === true ? Number(compared.witness.difference) : null;
}

interface Compared {
  readonly witness: Witness;
  readonly size: BigNumber;
  readonly differ: boolean;
}

/** The forms at a point, or `null` where one of them is not defined. */
function compareAt(
  forms: ClosedForms,
  pair: readonly [ClosedForm, ClosedForm],
  point: Readonly<Record<string, Rational>>,
): Compared | null {
  try {
    const [few, many] = [fewDigits, manyDigits].map((digits) => {
      const [left, right] = pair.map((form) => bigValue(forms, form, point, digits, genericFunctions));
      return { left, right, difference: left.minus(right), scale: left.abs().plus(right.abs()).plus(1) };
    });
    const size = many.difference.abs();
    const stable = many.difference.minus(few.difference).abs().lt(size.times('1e-3'));
    const differ = stable && size.gt(many.scale.times(`1e-${fewDigits - 10}`));
    const shown = size.gt(many.scale.times(`1e-${manyDigits - 10}`)) ? many.difference : many.difference.times(0);
    const digits = (value: BigNumber): string => value.toSignificantDigits(fewDigits - 10).toString();
    const witness = {
      point,
      left: digits(many.left),
      right: digits(many.right),
      difference: shown.toSignificantDigits(5).toString(),
    };
    return { witness, size, differ };
  } catch (error) {
    if (error instanceof FisherRaoError) return null;
    throw error;
  }
}

/** The n-th of a sequence of points in general position: multiples of square roots of primes modulo one, to six digits. */
function generalPoint(forms: ClosedForms, names: readonly string[], n: number): Record<string, Rational> {
  return Object.fromEntries(
    names.map((name, k) => {
      const part = ((n + 1) * Math.sqrt(primes[k % primes.length] + Math.floor(k / primes.length))) % 1;
      const isPositive = forms.kernels.some(
        (kernel) => kernel.kind === 'symbol' && kernel.name === name && kernel.positive,
      );
      const value = isPositive ? 0.15 + 2.2 * part : -1.7 + 3.6 * part;
      return [name, rational(Math.round(1e6 * value), 1_000_000)];
    }),
  );
}

const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

/** Undetermined functions as sums of exponentials of linear functions, which satisfy no simple differential equation. */
function genericFunctions(field: BigNumbers): FunctionMeaning<BigNumber> {
  return (name, orders, args) => {
    const seed = [...name].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1009, 7);
    const terms = Array.from({ length: 7 }, (_, j) => {
      const slopes = args.map((_, i) => rational(((seed * (i + 3) + 37 * j * (i + 1) + 11 * j * j) % 199) - 99, 83));
      const exponent = field.sum(args.map((value, i) => field.multiply(field.fromRational(slopes[i]), value)));
      const factors = orders.map((order, i) => field.power(field.fromRational(slopes[i]), rational(order)));
      return factors.reduce(field.multiply, field.exp(exponent));
    });
    return field.sum(terms);
  };
}
