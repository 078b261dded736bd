import { rationalFunctionKey } from '../algebra/index.ts';
import { type ClosedForm, laurentTerms, printClosedForm } from '../calculus/index.ts';
import type { DensityInField } from './density-field.ts';
import { type RecognisedIntegral, unlessRefused } from './recognised-integral.ts';
import { apart, involves, monomialForm } from './sufficient-statistics.ts';

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
 * A closed form as a sum of coefficients times functions of the sample: monomials in kernels, or where sums that contain
 * the sample stand in the denominator, the whole function up to a factor free of the sample.
 */
export function sampleSum({ forms, variables }: DensityInField, f: ClosedForm): SampleSum {
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
  const basic = forms.divide(above[1], below[1]);
  const coefficient = forms.divide(above[0], below[0]);
  return new Map([[rationalFunctionKey(basic), { basic, coefficient }]]);
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
