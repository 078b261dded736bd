import { type Rational, rational, rationalToNumber } from '../algebra/index.ts';
import {
  type ClosedForm,
  type ClosedForms,
  certainDifference,
  evaluator,
  type FunctionMeaning,
  isNumberPi,
  realNumbers,
} from '../calculus/index.ts';
import { DomainError, FisherRaoError } from '../errors.ts';
import { type Coordinate, checkPoint, type Domain } from '../families/index.ts';
import type { Sign } from './calculation-conditions.ts';
import type { CalculationMeaning } from './calculation-language.ts';
import { type Subject, variablesOf } from './calculation-subject.ts';
import type { Instance } from './instance.ts';

/** The values that are tried first, then mixed: small, and not special to most formulas. */
const candidates: { readonly [D in Domain]: readonly Rational[] } = {
  real: [rational(1), rational(1, 2), rational(-1, 3), rational(2), rational(0), rational(-2)],
  positive: [rational(1), rational(1, 2), rational(2), rational(3), rational(1, 3), rational(5, 2)],
  unit: [rational(1, 2), rational(1, 3), rational(3, 5), rational(1, 4), rational(4, 5), rational(1, 7)],
  natural: [rational(1), rational(2), rational(3), rational(4), rational(5), rational(7)],
};

/** Points tried. */
const attempts = 60;

/** Above this relative difference two doubles are different. */
const certain = 1e-6;

/**
 * A point at which two closed forms about a subject differ (at which the left one is larger, for `atMost`), with both values; `null` where none was found, which proves
 * nothing. At the point the conditions of the calculation hold. Undetermined functions are sums of exponentials there.
 */
export function differenceWitness(
  subject: Subject,
  { forms, conditions }: CalculationMeaning,
  left: ClosedForm,
  right: ClosedForm,
  relation: 'equal' | 'atMost' = 'equal',
): Instance | null {
  const variables = variablesOf(subject);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const point = Object.fromEntries(
      variables.map((variable, place) => [variable.name, valueFor(variable, attempt, place)]),
    );
    if (!isInside(subject, point)) continue;
    try {
      const value = valueAt(forms, point);
      if (!conditions().every(({ form, is }) => isMet(value(form), is))) continue;
      const [a, b] = [value(left), value(right)];
      const violation = relation === 'equal' ? Math.abs(a - b) : a - b;
      if (!(violation > certain * Math.max(1, Math.abs(a), Math.abs(b)))) continue;
      // Doubles may have lost all digits: the difference must show with many.
      const difference = certainDifference(forms, left, right, point);
      if (difference === null || (relation === 'atMost' && difference < 0)) continue;
      return {
        inputs: Object.fromEntries(Object.entries(point).map(([name, q]) => [name, textOf(q)])),
        left: a,
        right: b,
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return null;
}

/**
 * Closed forms as numbers at a point, undetermined functions as in {@link differenceWitness}. They throw
 * {@link DomainError} where they have no value.
 */
export function valueAt(forms: ClosedForms, point: Readonly<Record<string, Rational>>): (form: ClosedForm) => number {
  const meaning = (name: string): number => {
    if (!Object.hasOwn(point, name) && isNumberPi(name)) return Math.PI;
    if (Object.hasOwn(point, name)) return rationalToNumber(point[name]);
    throw new DomainError(`the point has no value for ${name}`);
  };
  return evaluator(forms, realNumbers, meaning, sampleFunction);
}

/** Whether a number is as a condition demands, beyond rounding: elsewhere a side may have no value, whatever its form has. */
function isMet(value: number, is: Sign): boolean {
  return is === '≠ 0' ? Math.abs(value) > certain : value > certain;
}

/** Attempt 0 takes the first candidate for every variable; later ones run through them at coprime strides. */
function valueFor({ domain }: Coordinate, attempt: number, place: number): Rational {
  const list = candidates[domain];
  return list[(attempt + (attempt > 5 ? attempt * place : place)) % list.length];
}

function isInside({ family }: Subject, point: Readonly<Record<string, Rational>>): boolean {
  if (family === null) return true;
  try {
    const values = family.coordinates.map(({ name }) => [name, point[name]]);
    const constants = family.constants.map((constant) => ({
      ...constant,
      value: constant.value ?? point[constant.name],
    }));
    checkPoint({ ...family, constants }, Object.fromEntries(values));
    return true;
  } catch (error) {
    if (error instanceof FisherRaoError) return false;
    throw error;
  }
}

/** Any smooth function would do: exp(u) + exp(-u/2)/3 with u a combination of the arguments that depends on the name. */
const sampleFunction: FunctionMeaning<number> = (name, orders, args) => {
  const seed = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 97, 7);
  const slopes = args.map((_, place) => ((seed + 5 * place) % 7) / 10 + 0.3);
  const u = args.reduce((sum, value, place) => sum + slopes[place] * value, 0);
  const term = (rate: number): number =>
    Math.exp(rate * u) * orders.reduce((product, order, place) => product * (rate * slopes[place]) ** order, 1);
  return term(1) + term(-0.5) / 3;
};

function textOf({ numerator, denominator }: Rational): string {
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}
