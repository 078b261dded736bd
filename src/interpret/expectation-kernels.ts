import { gcdOfPolynomials, generatorsOf, rationalFunctionKey, squareFreeFactors, termsOf } from '../algebra/index.ts';
import { type ClosedForm, laurentTerms, printClosedForm } from '../calculus/index.ts';
import type { DensityInField } from './density-field.ts';
import { type RecognisedIntegral, unlessRefused } from './recognised-integral.ts';
import { apart, involves, monomialForm, withoutZeros } from './sufficient-statistics.ts';

/** A function of the sample as a sum of coefficients, free of the sample, times basic functions by key. */
export type SampleSum = ReadonlyMap<string, SampleSumTerm>;

/** A coefficient times a basic function of the sample, perhaps with coordinates in it. */
export interface SampleSumTerm {
  readonly basic: ClosedForm;
  readonly coefficient: ClosedForm;
  /** The exponents of a monomial in kernels; absent for functions that are none. */
  readonly monomial?: readonly number[];
}

/**
 * A closed form as a sum of coefficients times functions of the sample: monomials in kernels; where a sum that contains the
 * sample stands in the denominator, partial fractions if it is free of the coordinates, and otherwise the whole function up
 * to a factor free of the sample.
 */
export function sampleSum(density: DensityInField, f: ClosedForm): SampleSum {
  const { forms, variables } = density;
  if (forms.isZero(f)) return new Map();
  const terms = unlessRefused(() => laurentTerms(forms, f, variables));
  if (terms !== null) {
    return new Map(
      terms.map(({ exponents, coefficient }) => [
        exponents.join(),
        { basic: monomialForm(forms, exponents), coefficient, monomial: exponents },
      ]),
    );
  }
  const free = (index: number): boolean => !involves(forms, forms.generator(index), variables);
  const [above, below] = [f.numerator, f.denominator].map((p) =>
    apart(forms, { numerator: p, denominator: forms.one.numerator }, free),
  );
  const coefficient = forms.divide(above[0], below[0]);
  const fractions = partialFractions(density, above[1], below[1]);
  if (fractions !== null) {
    return new Map(
      [...fractions].map(([key, term]) => [
        key,
        { ...term, coefficient: forms.multiply(term.coefficient, coefficient) },
      ]),
    );
  }
  const basic = forms.divide(above[1], below[1]);
  return new Map([[rationalFunctionKey(basic), { basic, coefficient }]]);
}

/**
 * A quotient whose denominator is a power of a polynomial q in one kernel of the sample, free of the coordinates: as a sum
 * of monomials and of multiples of (kernel^k times others)/q^j with k below the degree of q. `null` for other quotients.
 */
function partialFractions(density: DensityInField, above: ClosedForm, below: ClosedForm): SampleSum | null {
  const { forms, coordinates, variables } = density;
  const occurring = generatorsOf(below);
  const [kernel, ...others] = occurring.filter((index) => involves(forms, forms.generator(index), variables));
  if (kernel === undefined || others.length > 0 || involves(forms, below, coordinates)) return null;
  const factors = squareFreeFactors(below.numerator, gcdOfPolynomials);
  const multiplicity = factors.length === 1 ? factors[0].multiplicity : 1;
  const q = multiplicity === 1 ? below : { numerator: factors[0].factor, denominator: forms.one.numerator };
  const unit = forms.divide(below, forms.integerPower(q, multiplicity));
  if (generatorsOf(unit).length > 0) return null;
  const divisor = coefficientsIn(density, q, kernel).get('');
  if (divisor === undefined) return null;
  const terms = new Map<string, SampleSumTerm>();
  const add = (other: readonly number[], power: number, over: number, coefficient: ClosedForm): void => {
    if (forms.isZero(coefficient)) return;
    const exponents = [...other];
    while (exponents.length <= kernel) exponents.push(0);
    exponents[kernel] += power;
    const monomial = withoutZeros(exponents);
    const basic = forms.divide(monomialForm(forms, monomial), forms.integerPower(q, over));
    const key = over === 0 ? monomial.join() : rationalFunctionKey(basic);
    const sum = forms.add(terms.get(key)?.coefficient ?? forms.zero, forms.divide(coefficient, unit));
    if (forms.isZero(sum)) terms.delete(key);
    else terms.set(key, { basic, coefficient: sum, ...(over === 0 ? { monomial } : {}) });
  };
  for (const [other, coefficients] of coefficientsIn(density, above, kernel)) {
    const outside = other === '' ? [] : other.split(',').map(Number);
    let rest: readonly ClosedForm[] = coefficients;
    for (let over = multiplicity; over > 0; over--) {
      const { quotient, remainder } = dividedBy(density, rest, divisor);
      remainder.forEach((coefficient, power) => {
        add(outside, power, over, coefficient);
      });
      rest = quotient;
    }
    rest.forEach((coefficient, power) => {
      add(outside, power, 0, coefficient);
    });
  }
  return terms;
}

/** A polynomial as polynomials in one kernel, by the monomials in the other kernels of the sample. */
function coefficientsIn(
  { forms, variables }: DensityInField,
  a: ClosedForm,
  kernel: number,
): Map<string, ClosedForm[]> {
  const groups = new Map<string, ClosedForm[]>();
  for (const { coefficient, monomial } of termsOf(a.numerator)) {
    const exponents = Array.from(monomial.exponents);
    const ofSample = exponents.map((e, index) => e > 0 && involves(forms, forms.generator(index), variables));
    const other = withoutZeros(exponents.map((e, index) => (ofSample[index] && index !== kernel ? e : 0))).join();
    const list = groups.get(other) ?? [];
    groups.set(other, list);
    const power = exponents[kernel] ?? 0;
    while (list.length <= power) list.push(forms.zero);
    const outside = monomialForm(
      forms,
      exponents.map((e, index) => (ofSample[index] ? 0 : e)),
    );
    list[power] = forms.add(list[power], forms.multiply(forms.fromInteger(coefficient), outside));
  }
  return groups;
}

function dividedBy({ forms }: DensityInField, a: readonly ClosedForm[], divisor: readonly ClosedForm[]) {
  const remainder = [...a];
  const degree = divisor.length - 1;
  const quotient: ClosedForm[] = [];
  for (let power = remainder.length - 1 - degree; power >= 0; power--) {
    const factor = forms.divide(remainder[power + degree], divisor[degree]);
    quotient[power] = factor;
    divisor.forEach((e, k) => {
      remainder[power + k] = forms.subtract(remainder[power + k], forms.multiply(factor, e));
    });
  }
  return { quotient, remainder: remainder.slice(0, degree) };
}

/** Expectations that are reduced to few: those of basic functions that no rule gives. */
export interface Reduction {
  /** E[f] as an exact part and what is left, a sum of basic functions whose expectations are open. */
  reduce(f: ClosedForm): { readonly exact: ClosedForm; readonly open: SampleSum };
}

/**
 * Expectations by the rules that there are: known moments, where the integral was recognised, and E[score] = 0, each of
 * whose components gives the expectation of one basic function, the most complicated one, in terms of the others.
 */
export function reduction(density: DensityInField, integral: RecognisedIntegral | null): Reduction {
  const { forms, coordinates, logDensity } = density;
  const rules = new Map<string, { readonly exact: ClosedForm; readonly open: SampleSum }>();
  const reduce: Reduction['reduce'] = (f) => {
    let exact = forms.zero;
    const open = new Map<string, SampleSumTerm>();
    const add = (term: SampleSumTerm, key: string, scale: ClosedForm): void => {
      const coefficient = forms.multiply(term.coefficient, scale);
      const known = open.get(key);
      const sum = known === undefined ? coefficient : forms.add(known.coefficient, coefficient);
      if (forms.isZero(sum)) open.delete(key);
      else open.set(key, { ...term, coefficient: sum });
    };
    for (const [key, term] of sampleSum(density, f)) {
      const moment = momentOf(term);
      if (moment !== null) {
        exact = forms.add(exact, forms.multiply(term.coefficient, moment));
        continue;
      }
      const rule = rules.get(key);
      if (rule === undefined) add(term, key, forms.one);
      else {
        exact = forms.add(exact, forms.multiply(term.coefficient, rule.exact));
        for (const [other, part] of rule.open) add(part, other, term.coefficient);
      }
    }
    return { exact, open };
  };
  const momentOf = ({ monomial }: SampleSumTerm): ClosedForm | null => {
    if (monomial === undefined) return null;
    return monomial.length === 0 ? forms.one : (integral?.moment(monomial) ?? null);
  };
  for (const name of coordinates) {
    const { exact, open } = reduce(forms.derivative(logDensity, name));
    const [lead] = [...open].sort((a, b) => complexity(density, b[1]) - complexity(density, a[1]));
    if (lead === undefined) continue;
    const [key, { coefficient }] = lead;
    const scale = forms.negate(forms.divide(forms.one, coefficient));
    const others = [...open].filter(([other]) => other !== key);
    const rule = {
      exact: forms.multiply(exact, scale),
      open: new Map(
        others.map(([other, term]) => [other, { ...term, coefficient: forms.multiply(term.coefficient, scale) }]),
      ),
    };
    // Earlier rules must not contain what has a rule now.
    for (const [earlier, { exact: part, open: rest }] of rules) {
      const here = rest.get(key);
      if (here === undefined) continue;
      const joined = new Map(rest);
      joined.delete(key);
      for (const [other, term] of rule.open) {
        const before = joined.get(other)?.coefficient ?? forms.zero;
        const sum = forms.add(before, forms.multiply(term.coefficient, here.coefficient));
        if (forms.isZero(sum)) joined.delete(other);
        else joined.set(other, { ...term, coefficient: sum });
      }
      rules.set(earlier, { exact: forms.add(part, forms.multiply(rule.exact, here.coefficient)), open: joined });
    }
    rules.set(key, rule);
  }
  return { reduce };
}

/** Longer functions are more complicated. */
function complexity({ forms }: DensityInField, { basic }: SampleSumTerm): number {
  return printClosedForm(forms, basic).length;
}
