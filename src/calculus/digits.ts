import { type Rational, rationalFunctions } from '../algebra/index.ts';
import { DomainError, type FisherRaoError, InputError } from '../errors.ts';
import { type BigNumber, type BigNumbers, bigNumbers, mostDigits } from './big-numbers.ts';
import type { ClosedForms } from './closed-forms.ts';
import type { FunctionMeaning } from './elementary-field.ts';
import { evaluator } from './evaluate.ts';
import type { ClosedForm } from './kernel.ts';
import { isNumberPi } from './number-pi.ts';

/** The most digits that are answered: arithmetic needs some beyond them. */
const mostAnswered = 900;

/**
 * The value of a closed form at a point as a decimal number with so many significant digits, the last perhaps off by one:
 * computed with more and more digits until two computations agree. The name pi has its value unless given another.
 * Throws {@link InputError} for a symbol without a value or more than 900 digits, {@link DomainError} where the form is
 * undefined or not told from zero by 1000 digits.
 */
export function evaluateToDigits(
  forms: ClosedForms,
  form: ClosedForm,
  values: Readonly<Record<string, Rational>>,
  digits: number,
): string {
  if (!(Number.isInteger(digits) && digits > 0 && digits <= mostAnswered)) {
    throw new InputError(`expected a number of digits from 1 to ${mostAnswered}, got ${digits}`);
  }
  if (rationalFunctions.isZero(form)) return '0';
  let before: BigNumber | null = null;
  let failure: FisherRaoError | null = null;
  for (const working of workingPrecisions(digits)) {
    try {
      const value = bigValue(forms, form, values, working);
      if (
        before !== null &&
        value
          .minus(before)
          .abs()
          .lt(value.abs().times(`1e-${digits + 2}`))
      ) {
        return value.toSignificantDigits(digits).toString();
      }
      before = value;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      failure = error;
    }
  }
  if (before === null && failure !== null) throw failure;
  throw new DomainError(
    `the value is not told from zero by ${mostDigits} digits, or is lost to cancellation: no ${digits} digits of it are certain`,
  );
}

function workingPrecisions(digits: number): number[] {
  const list: number[] = [];
  for (let working = digits + 15; working < mostDigits; working = Math.ceil(1.5 * working) + 10) list.push(working);
  return [...list, mostDigits];
}

/** The value of a closed form in decimal floating point with so many digits. */
export function bigValue(
  forms: ClosedForms,
  form: ClosedForm,
  values: Readonly<Record<string, Rational>>,
  digits: number,
  functions?: (field: BigNumbers) => FunctionMeaning<BigNumber>,
): BigNumber {
  const field = bigNumbers(digits);
  const meaning = (name: string): BigNumber => {
    if (Object.hasOwn(values, name)) return field.fromRational(values[name]);
    if (isNumberPi(name)) return field.pi;
    throw new InputError(`no value for ${name}: digits need a value for each symbol`);
  };
  return functions === undefined
    ? evaluator(forms, field, meaning)(form)
    : evaluator(forms, field, meaning, functions(field))(form);
}
