import { generatorsOf, rational } from '../algebra/index.ts';
import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  type Expression,
  evaluateExpression,
  evaluator,
  laurentTerms,
  quotientOfMonomials,
  rootOrders,
} from '../calculus/index.ts';
import { FisherRaoError } from '../errors.ts';
import type { SampleSpace } from '../families/index.ts';
import { coefficientNames, type StandardIntegral, standardIntegrals } from './standard-integrals.ts';

/** The integral of exp(l) over the sample space in closed form, and the expectations that follow from it. */
export interface RecognisedIntegral {
  /** What it is: a Gaussian integral, a geometric series, ... */
  readonly name: string;
  readonly logIntegral: ClosedForm;
  /** It converges where these are positive. */
  readonly conditions: readonly ClosedForm[];
  /** The expectation of a monomial in kernels of the sample, given by its exponents, or `null` where it does not follow. */
  readonly moment: (monomial: readonly number[]) => ClosedForm | null;
}

/** A sample space of one variable. */
type OneVariable = SampleSpace & { readonly variables: readonly [string] };

/**
 * The integral of exp(l) over one sample variable, where it is one of the {@link standardIntegrals}: l is then a linear
 * combination of the features, up to what is free of the sample. `null` where it is none of them.
 */
export function recogniseIntegral(
  forms: ClosedForms,
  logDensity: ClosedForm,
  space: SampleSpace,
): RecognisedIntegral | null {
  if (space.variables.length !== 1) return null;
  const known = space as OneVariable;
  for (const standard of standardIntegrals) {
    if (!fits(standard, known)) continue;
    for (const names of bindings(forms, logDensity, known, standard)) {
      const found = unlessRefused(() => match(forms, logDensity, known, standard, names));
      if (found !== null) return found;
    }
  }
  return null;
}

/** The value, or `null` where the algebra refuses: no closed form is no error here. */
export function unlessRefused<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof FisherRaoError) return null;
    throw error;
  }
}

function fits({ space: kind, first, bounded }: StandardIntegral, space: OneVariable): boolean {
  if (space.kind !== kind) return false;
  if (first !== undefined && !(space.kind === 'counts' && space.first === first)) return false;
  if (space.kind !== 'interval') return true;
  return space.low !== null && (bounded === 'both') === (space.high !== null);
}

/** Values of the names in a standard integral besides the coefficients: each choice that the density suggests. */
type Names = ReadonlyMap<string, ClosedForm>;

function bindings(forms: ClosedForms, logDensity: ClosedForm, space: OneVariable, standard: StandardIntegral): Names[] {
  const [variable] = space.variables;
  const numberPi = forms.pi ?? forms.symbol('pi');
  // The ends are numbers, in which a name can only be pi.
  const evaluate = (e: Expression): ClosedForm => evaluateExpression(forms, e, () => numberPi);
  const ends = new Map<string, ClosedForm>([['pi', numberPi]]);
  if (space.kind === 'counts') ends.set('first', forms.fromInteger(space.first));
  if (space.kind === 'interval') {
    if (space.low !== null) ends.set('low', evaluate(space.low));
    if (space.high !== null) ends.set('high', evaluate(space.high));
  }
  const [exponentNeeded, shiftNeeded] = ['p', 'r'].map((name) => uses(standard, name));
  if (exponentNeeded) return exponentsOf(forms, logDensity, variable).map((p) => new Map(ends).set('p', p));
  if (shiftNeeded) return shiftsOf(forms, logDensity, variable).map((r) => new Map(ends).set('r', r));
  return [ends];
}

function uses({ features, fixed }: StandardIntegral, name: string): boolean {
  return rootless([...features, ...fixed.map((term) => term.function)]).has(name);
}

function rootless(expressions: readonly Expression[]): Set<string> {
  const names = new Set<string>();
  const visit = (e: unknown): void => {
    if (typeof e !== 'object' || e === null) return;
    if ('kind' in e && e.kind === 'symbol' && 'name' in e) names.add(String(e.name));
    for (const part of Object.values(e)) visit(part);
  };
  expressions.forEach(visit);
  return names;
}

/** The exponents p of powers x^p of the sample variable that stand in the log-density by themselves. */
function exponentsOf(forms: ClosedForms, logDensity: ClosedForm, variable: string): ClosedForm[] {
  const terms = unlessRefused(() => laurentTerms(forms, logDensity, [variable])) ?? [];
  const logarithm = unlessRefused(() => forms.log(forms.symbol(variable)));
  if (logarithm === null) return [];
  return terms.flatMap(({ exponents }): ClosedForm[] => {
    const [only, ...others] = exponents.flatMap((exponent, index) => (exponent === 0 ? [] : [{ exponent, index }]));
    if (only === undefined || others.length > 0) return [];
    const kernel = forms.kernels[only.index];
    if (kernel.kind === 'symbol') return [forms.fromRational(rational(only.exponent, kernel.order))];
    if (kernel.kind !== 'exp') return [];
    const p = forms.multiply(forms.fromInteger(only.exponent), forms.divide(kernel.argument, logarithm));
    return forms.symbolsOf(p).includes(variable) ? [] : [p];
  });
}

/** The r of each log Gamma(x + r) in the log-density, up to whole numbers. */
function shiftsOf(forms: ClosedForms, logDensity: ClosedForm, variable: string): ClosedForm[] {
  return generatorsOf(logDensity).flatMap((index): ClosedForm[] => {
    const kernel = forms.kernels[index];
    if (kernel.kind !== 'polygamma' || kernel.order !== -1) return [];
    const shift = forms.subtract(kernel.argument, forms.symbol(variable));
    if (forms.symbolsOf(shift).includes(variable) || forms.isZero(shift)) return [];
    return [shift, forms.add(shift, forms.one), forms.subtract(shift, forms.one)];
  });
}

function match(
  forms: ClosedForms,
  logDensity: ClosedForm,
  space: OneVariable,
  standard: StandardIntegral,
  names: Names,
): RecognisedIntegral | null {
  const [variable] = space.variables;
  const meaning = (name: string): ClosedForm => names.get(name) ?? forms.symbol(name === 'x' ? variable : name);
  const evaluate = (e: Expression): ClosedForm => evaluateExpression(forms, e, meaning);
  const features = standard.features.map((feature) => featureOf(forms, evaluate(feature), variable));
  if (features.some((feature) => feature === null)) return null;
  const places = features as Feature[];
  const fixed = standard.fixed.map((term) => forms.multiply(evaluate(term.coefficient), evaluate(term.function)));
  const rest = forms.subtract(logDensity, forms.sum(fixed));
  const terms = laurentTerms(forms, rest, [variable]);
  const coefficients = places.map(({ monomial, scale }) => {
    const found = terms.find(({ exponents }) => exponents.join() === monomial.join());
    return found === undefined ? forms.zero : forms.divide(found.coefficient, scale);
  });
  const combination = places.map(({ form }, k) => forms.multiply(coefficients[k], form));
  const free = forms.subtract(rest, forms.sum(combination));
  if (forms.symbolsOf(free).includes(variable)) return null;
  return closed(
    forms,
    standard,
    new Map([...names, ...coefficients.map((c, k) => [coefficientNames[k], c] as const)]),
    {
      free,
      monomials: places.map(({ monomial }) => monomial),
      scales: places.map(({ scale }) => scale),
    },
  );
}

/** A feature: scale times one monomial in kernels of the sample, up to what is free of the sample. */
interface Feature {
  readonly form: ClosedForm;
  readonly monomial: readonly number[];
  readonly scale: ClosedForm;
}

function featureOf(forms: ClosedForms, form: ClosedForm, variable: string): Feature | null {
  const terms = laurentTerms(forms, form, [variable]).filter(({ exponents }) => exponents.length > 0);
  return terms.length === 1 ? { form, monomial: terms[0].exponents, scale: terms[0].coefficient } : null;
}

interface Matched {
  /** What is left of the log-density, free of the sample. */
  readonly free: ClosedForm;
  readonly monomials: readonly (readonly number[])[];
  readonly scales: readonly ClosedForm[];
}

/** The integral in the field of the density, from a field of its own in which coefficients can be varied. */
function closed(
  forms: ClosedForms,
  standard: StandardIntegral,
  names: Names,
  { free, monomials, scales }: Matched,
): RecognisedIntegral | null {
  const orders = rootOrders([standard.logIntegral]);
  const own = closedForms([...names.keys()].map((name) => ({ name, positive: true, order: orders.get(name) ?? 1 })));
  const into = evaluator(own, forms, (name) => names.get(name) as ClosedForm);
  const inOwn = (e: Expression): ClosedForm => evaluateExpression(own, e, own.symbol);
  const direct = (e: Expression): ClosedForm =>
    evaluateExpression(forms, e, (name) => names.get(name) ?? forms.symbol(name));
  const logIntegral = inOwn(standard.logIntegral);
  const moments = new Map<string, ClosedForm>();
  // E[f_1^n_1 f_2^n_2 ...] = (d_1^n_1 d_2^n_2 ... Z)/Z, derivatives along the coefficients of the features.
  const momentOf = (powers: readonly number[]): ClosedForm => {
    const key = powers.join();
    const last = powers.findLastIndex((power) => power > 0);
    if (last < 0) return own.one;
    const known = moments.get(key);
    if (known !== undefined) return known;
    const lower = momentOf(powers.with(last, powers[last] - 1));
    const along = coefficientNames[last];
    const value = own.add(own.derivative(lower, along), own.multiply(lower, own.derivative(logIntegral, along)));
    moments.set(key, value);
    return value;
  };
  return {
    name: standard.name,
    // Not from the field of coefficients, whose canonical forms may have poles where a coefficient is zero.
    logIntegral: forms.add(free, direct(standard.logIntegral)),
    conditions: standard.conditions.map(direct),
    moment: (monomial) => {
      const powers = powersOf(monomial, monomials);
      if (powers === null) return null;
      const scale = powers.reduce((s, power, k) => forms.multiply(s, forms.integerPower(scales[k], power)), forms.one);
      return unlessRefused(() => forms.divide(into(momentOf(powers)), scale));
    },
  };
}

const largestPower = 16;

/** Exponents n_k >= 0 with monomial = product of m_k^n_k, the largest powers of the first ones first; `null` for none. */
function powersOf(monomial: readonly number[], monomials: readonly (readonly number[])[]): number[] | null {
  const [first, ...others] = monomials;
  if (first === undefined) return monomial.length === 0 ? [] : null;
  const quotients: (readonly number[])[] = [monomial];
  while (quotients.length <= largestPower) quotients.push(quotientOfMonomials(quotients[quotients.length - 1], first));
  for (let power = 0; power <= largestPower; power++) {
    const rest = powersOf(quotients[power], others);
    if (rest !== null) return [power, ...rest];
  }
  return null;
}
