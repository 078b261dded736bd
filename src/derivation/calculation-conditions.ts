import { integerContent } from '../algebra/index.ts';
import {
  type ClosedForm,
  type ClosedForms,
  constantValue,
  type Expression,
  evaluator,
  parseWithFunctions,
  printClosedForm,
  realNumbers,
} from '../calculus/index.ts';
import { DomainError, FisherRaoError } from '../errors.ts';
import { type DomainOf, isManifestlyNonnegative, isManifestlyNonzero, isManifestlyPositive } from './nonnegative.ts';

/** How a quantity must compare with 0. */
export type Sign = '≠ 0' | '> 0' | '>= 0';

/** What must hold of an expression. */
export interface Demand {
  readonly of: Expression;
  readonly is: Sign;
}

/** What must hold of a closed form for a calculation to have a meaning at a point. */
export interface Condition {
  readonly form: ClosedForm;
  readonly is: Sign;
  /** How it is said, where not by its formula. */
  readonly said?: string;
}

/**
 * What the outermost operation of an expression demands of its parts to have a real value: divisors other than 0,
 * logarithms and Gamma functions of what is positive, roots of what is not negative, tangents away from their poles.
 */
export function demandsOf(e: Expression): readonly Demand[] {
  return demandsOfOperation(e).flatMap(parted);
}

/** A demand on a product as demands on its factors, on a power as that on its base, where these say the same. */
function parted(demand: Demand): readonly Demand[] {
  const { of, is } = demand;
  if (is === '≠ 0') {
    const inside = (part: Expression): readonly Demand[] => parted({ of: part, is });
    if (of.kind === 'negate') return inside(of.of);
    if (of.kind === 'multiply') return of.factors.flatMap(inside);
    if (of.kind === 'divide') return inside(of.numerator);
    if (of.kind === 'power' && isWhole(of.exponent)) return inside(of.base);
    if (of.kind === 'call' && of.name === 'sqrt') return inside(of.argument);
  }
  if (is === '> 0' && of.kind === 'power' && isWhole(of.exponent)) {
    const isEven = BigInt(constantValue(of.exponent)?.numerator ?? 1) % 2n === 0n;
    return parted({ of: of.base, is: isEven ? '≠ 0' : '> 0' });
  }
  return [demand];
}

/** Whether an exponent is a whole number other than 0. */
function isWhole(exponent: Expression): boolean {
  const value = constantValue(exponent);
  return value !== null && value.denominator === 1 && value.numerator !== 0;
}

function demandsOfOperation(e: Expression): readonly Demand[] {
  switch (e.kind) {
    case 'divide':
      return [{ of: e.denominator, is: '≠ 0' }];
    case 'power': {
      const exponent = constantValue(e.exponent);
      if (exponent === null) return [{ of: e.base, is: '> 0' }];
      if (exponent.denominator !== 1) return [{ of: e.base, is: exponent.numerator < 0 ? '> 0' : '>= 0' }];
      return exponent.numerator < 0 ? [{ of: e.base, is: '≠ 0' }] : [];
    }
    case 'call':
      if (e.name === 'log') return [{ of: e.argument, is: '> 0' }];
      if (e.name === 'sqrt') return [{ of: e.argument, is: '>= 0' }];
      return e.name === 'tan' ? [{ of: { kind: 'call', name: 'cos', argument: e.argument }, is: '≠ 0' }] : [];
    case 'polygamma':
      return [{ of: e.argument, is: '> 0' }];
    case 'unknown':
      return e.name === 'gap' && e.arguments.length === 1 ? [{ of: e.arguments[0], is: '> 0' }] : [];
    default:
      return [];
  }
}

/** Whether a demand is met wherever the expression has a value, as is seen from how it is written. */
export function isManifest({ of, is }: Demand, domainOf: DomainOf): boolean {
  if (is === '> 0') return isManifestlyPositive(of, domainOf);
  return is === '≠ 0' ? isManifestlyNonzero(of, domainOf) : isManifestlyNonnegative(of, domainOf);
}

/**
 * The condition, unless it is met: of numbers, and of forms that are seen to meet it, `null` is left. Throws
 * {@link DomainError} where it is met nowhere; `shown` is what the quantity is called then.
 */
export function settled(forms: ClosedForms, condition: Condition, domainOf: DomainOf, shown: string): Condition | null {
  const { form, is } = condition;
  const refuse = (): never => {
    throw new DomainError(`there is no value: this needs ${shown} ${is}, which does not hold`);
  };
  if (forms.isZero(form)) return is === '>= 0' ? null : refuse();
  if (is === '≠ 0' && form.numerator.width === 0) return null;
  const known = expressionOf(forms, form);
  if (known !== null) {
    if (isManifest({ of: known, is }, domainOf)) return null;
    const opposite = expressionOf(forms, forms.negate(form));
    if (opposite !== null && isManifest({ of: opposite, is: is === '> 0' ? '>= 0' : '> 0' }, domainOf)) {
      if (is !== '≠ 0') refuse();
    }
  }
  const value = numberOf(forms, form);
  if (value === null) return condition;
  return value > certain || (is === '≠ 0' && value < -certain) ? null : refuse();
}

/** A number that is nearer to 0 than this may have either sign. */
const certain = 1e-9;

/** The value of a form without names but that of pi, and without undetermined functions; `null` for others. */
export function numberOf(forms: ClosedForms, form: ClosedForm): number | null {
  const pi = forms.pi === null ? [] : forms.symbolsOf(forms.pi);
  if (forms.symbolsOf(form).some((name) => !pi.includes(name))) return null;
  try {
    return evaluator(forms, realNumbers, () => Math.PI)(form);
  } catch (error) {
    if (error instanceof FisherRaoError) return null;
    throw error;
  }
}

/** Whether a form has so many terms that to print it would take long and say nothing. */
export function isLong({ numerator, denominator }: ClosedForm): boolean {
  return numerator.coefficients.length + denominator.coefficients.length > mostTerms;
}

const mostTerms = 2000;

/** The closed form as an expression, `null` where undetermined functions occur in it, and of one that is long. */
function expressionOf(forms: ClosedForms, form: ClosedForm): Expression | null {
  if (isLong(form)) return null;
  try {
    return parseWithFunctions(printClosedForm(forms, form), []);
  } catch (error) {
    if (error instanceof FisherRaoError) return null;
    throw error;
  }
}

/** Conditions as text, `x - 1 ≠ 0`, each once, without those that follow from one of the same quantity. */
export function conditionTexts(forms: ClosedForms, conditions: readonly Condition[]): readonly string[] {
  const shown = conditions.map(({ form, is, said }) => {
    const text = said ?? printClosedForm(forms, withoutNumber(forms, form, is));
    return { text, is, whole: said ?? `${text} ${is}` };
  });
  const positive = shown.filter(({ is }) => is === '> 0').map(({ text }) => text);
  const kept = shown.filter(({ text, is }) => is === '> 0' || !positive.includes(text));
  return [...new Set(kept.map(({ whole }) => whole))];
}

/** A quantity that compares with 0 in the same way, without its number; for `≠ 0` without its denominator and sign. */
function withoutNumber(forms: ClosedForms, { numerator, denominator }: ClosedForm, is: Sign): ClosedForm {
  const top = forms.divide(
    { numerator, denominator: is === '≠ 0' ? forms.one.numerator : denominator },
    forms.fromInteger(integerContent(numerator)),
  );
  return is === '≠ 0' && top.numerator.coefficients[0] < 0 ? forms.negate(top) : top;
}

/**
 * Throws {@link DomainError} where two conditions contradict each other, u > 0 and -u > 0: there is no point then at which
 * all sides have values, and nothing would be said of any.
 */
export function refuseContradiction(forms: ClosedForms, conditions: readonly Condition[]): void {
  const signs = conditions.filter(({ is }) => is !== '≠ 0');
  for (const [place, one] of signs.entries()) {
    for (const other of signs.slice(place + 1)) {
      if (one.is === '>= 0' && other.is === '>= 0') continue;
      const ratio = forms.divide(one.form, other.form);
      if (ratio.numerator.width > 0 || ratio.denominator.width > 0 || ratio.numerator.coefficients[0] > 0) continue;
      const [first, second] = [one, other].map((side) => `${printClosedForm(forms, side.form)} ${side.is}`);
      throw new DomainError(`the sides have values nowhere: they need ${first} and ${second}`);
    }
  }
}
