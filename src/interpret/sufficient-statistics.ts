import {
  gcdOfPolynomials,
  integerContent,
  nullSpace,
  type Polynomial,
  rationalFunctions,
  termsOf,
} from '../algebra/index.ts';
import { type ClosedForm, type ClosedForms, laurentTerms } from '../calculus/index.ts';
import type { DensityInField } from './density-field.ts';
import { unlessRefused } from './recognised-integral.ts';

/** The score is a linear combination of functions of the sample: s_i = sum_a B_ia(theta) T_a(x) + c_i(theta). */
export interface ExponentialStructure {
  /** Minimal sufficient statistics: the differences of the log-density between parameter points span no fewer. */
  readonly statistics: readonly ClosedForm[];
}

/**
 * The exponential-family structure of a log-density, or `null` where its score is no finite combination of functions of
 * the sample with coefficients free of it. The functions are first monomials in kernels of the sample; then linear
 * relations between their coefficients, the same for all components of the score and with factors that contain constants
 * only, are used up.
 */
export function exponentialStructure(density: DensityInField): ExponentialStructure | null {
  const { forms, coordinates, variables, logDensity } = density;
  const scores = coordinates.map((name) =>
    unlessRefused(() => laurentTerms(forms, forms.derivative(logDensity, name), variables)),
  );
  const monomials = new Map<string, readonly number[]>();
  for (const score of scores) {
    if (score === null) return null;
    for (const { exponents } of score) if (exponents.length > 0) monomials.set(exponents.join(), exponents);
  }
  const list = [...monomials.values()];
  const functions = list.map((exponents) => monomialForm(forms, exponents));
  if (functions.some((f) => forms.symbolsOf(f).some((name) => coordinates.includes(name)))) return null;
  const coefficients = scores.map((score) =>
    list.map(
      (exponents) => score?.find((term) => term.exponents.join() === exponents.join())?.coefficient ?? forms.zero,
    ),
  );
  return { statistics: reduced(density, functions, coefficients).map((f) => withoutFactor(density, f)) };
}

/** The product of powers of kernels. */
export function monomialForm(forms: ClosedForms, exponents: readonly number[]): ClosedForm {
  return exponents.reduce(
    (product, exponent, index) =>
      exponent === 0 ? product : forms.multiply(product, forms.integerPower(forms.generator(index), exponent)),
    forms.one,
  );
}

/** Columns that are combinations of others, with factors free of the coordinates, are joined to those. */
function reduced(
  { forms, coordinates }: DensityInField,
  functions: readonly ClosedForm[],
  coefficients: readonly (readonly ClosedForm[])[],
): ClosedForm[] {
  const rows = coefficients.flatMap((row) => coordinateRows(forms, coordinates, row));
  const relations = rows.length === 0 ? [] : nullSpace(rationalFunctions, rows);
  // Each basis vector has a one in a free column of its own: that column is minus the combination of the others.
  const free = relations.map((vector) => vector.findLastIndex((e) => !forms.isZero(e)));
  const kept = functions.map((_, column) => column).filter((column) => !free.includes(column));
  return kept.map((column) =>
    forms.sum([
      functions[column],
      ...free.map((other, k) => forms.negate(forms.multiply(relations[k][column], functions[other]))),
    ]),
  );
}

/** A statistic without factors that are free of the sample. */
function withoutFactor({ forms, variables }: DensityInField, statistic: ClosedForm): ClosedForm {
  const free = (index: number): boolean => !involves(forms, forms.generator(index), variables);
  const [above, below] = [statistic.numerator, statistic.denominator].map((p) =>
    apart(forms, { numerator: p, denominator: forms.one.numerator }, free),
  );
  return forms.divide(above[1], below[1]);
}

/**
 * One row for each monomial in the kernels that contain coordinates, once the row has a common denominator: a linear
 * relation of the row with factors free of the coordinates is one of all of these.
 */
function coordinateRows(
  forms: ClosedForms,
  coordinates: readonly string[],
  row: readonly ClosedForm[],
): ClosedForm[][] {
  const polynomial = (p: Polynomial): ClosedForm => ({ numerator: p, denominator: forms.one.numerator });
  const common = row.reduce((product, { denominator }) => {
    const quotient = forms.divide(product, polynomial(denominator));
    return forms.multiply(product, polynomial(quotient.denominator));
  }, forms.one);
  const whole = row.map((e) => forms.multiply(e, common));
  const varies = new Map<number, boolean>();
  const variesWith = (index: number): boolean => {
    const known = varies.get(index) ?? dependsOn(forms, index, coordinates);
    varies.set(index, known);
    return known;
  };
  const byMonomial = new Map<string, ClosedForm[]>();
  whole.forEach((e, column) => {
    for (const { coefficient, monomial } of termsOf(e.numerator)) {
      const exponents = Array.from(monomial.exponents);
      const key = withoutZeros(exponents.map((exponent, index) => (variesWith(index) ? exponent : 0))).join();
      const entries = byMonomial.get(key) ?? row.map(() => forms.zero);
      byMonomial.set(key, entries);
      const constant = exponents.map((exponent, index) => (variesWith(index) ? 0 : exponent));
      const term = forms.multiply(forms.fromInteger(coefficient), monomialForm(forms, constant));
      entries[column] = forms.add(entries[column], term);
    }
  });
  return [...byMonomial.values()];
}

function dependsOn(forms: ClosedForms, index: number, names: readonly string[]): boolean {
  return forms.symbolsOf(forms.generator(index)).some((name) => names.includes(name));
}

/** The closed form depends on one of the names. */
export function involves(forms: ClosedForms, a: ClosedForm, names: readonly string[]): boolean {
  return forms.symbolsOf(a).some((name) => names.includes(name));
}

/** Exponents without the zeros at their end, so that equal monomials have equal lists. */
export function withoutZeros(exponents: readonly number[]): number[] {
  return exponents.slice(0, exponents.findLastIndex((exponent) => exponent !== 0) + 1);
}

/** A polynomial as its largest factor in the chosen kernels alone, and the rest. */
export function apart(
  forms: ClosedForms,
  { numerator }: ClosedForm,
  chosen: (kernel: number) => boolean,
): readonly [factor: ClosedForm, rest: ClosedForm] {
  const groups = new Map<string, ClosedForm>();
  for (const { coefficient, monomial } of termsOf(numerator)) {
    const exponents = Array.from(monomial.exponents);
    const key = withoutZeros(exponents.map((exponent, index) => (chosen(index) ? 0 : exponent))).join();
    const inside = monomialForm(
      forms,
      exponents.map((exponent, index) => (chosen(index) ? exponent : 0)),
    );
    const term = forms.multiply(forms.fromInteger(coefficient), inside);
    groups.set(key, forms.add(groups.get(key) ?? forms.zero, term));
  }
  const common = [...groups.values()].map((group) => group.numerator).reduce(gcdOfPolynomials);
  const factor = forms.multiply(
    forms.fromInteger(integerContent(numerator)),
    forms.divide(polynomial(common), forms.fromInteger(integerContent(common))),
  );
  return [factor, forms.divide(polynomial(numerator), factor)];
  function polynomial(p: Polynomial): ClosedForm {
    return { numerator: p, denominator: forms.one.numerator };
  }
}
