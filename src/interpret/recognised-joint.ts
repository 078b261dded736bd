import { determinant, inverseMatrix, rational } from '../algebra/index.ts';
import { type ClosedForm, type ClosedForms, type LaurentTerm, laurentTerms } from '../calculus/index.ts';
import type { SampleSpace } from '../families/index.ts';
import { type RecognisedIntegral, recogniseIntegral, unlessRefused } from './recognised-integral.ts';
import { involves, monomialForm, withoutZeros } from './sufficient-statistics.ts';

/**
 * The integral of exp(l) over one or several sample variables, where it is recognised: a standard integral, a product of
 * such integrals, one for each variable, or the integral of a Gaussian; `null` otherwise.
 */
export function recogniseJointIntegral(
  forms: ClosedForms,
  logDensity: ClosedForm,
  space: SampleSpace,
): RecognisedIntegral | null {
  if (space.kind !== 'product') return recogniseIntegral(forms, logDensity, space);
  const terms = unlessRefused(() => laurentTerms(forms, logDensity, space.variables));
  if (terms === null) return null;
  const separate = terms.every((term) => variablesIn(forms, term, space.variables).length <= 1);
  if (separate) return productOfIntegrals(forms, terms, space.factors);
  return space.factors.every(({ kind }) => kind === 'line') ? gaussian(forms, terms, space.variables) : null;
}

function variablesIn(forms: ClosedForms, { exponents }: LaurentTerm, variables: readonly string[]): string[] {
  const monomial = monomialForm(forms, exponents);
  return variables.filter((name) => involves(forms, monomial, [name]));
}

function sumOf(forms: ClosedForms, terms: readonly LaurentTerm[]): ClosedForm {
  return forms.sum(
    terms.map(({ exponents, coefficient }) => forms.multiply(coefficient, monomialForm(forms, exponents))),
  );
}

function productOfIntegrals(
  forms: ClosedForms,
  terms: readonly LaurentTerm[],
  factors: readonly SampleSpace[],
): RecognisedIntegral | null {
  const integrals = factors.map((factor) => {
    const [variable] = factor.variables;
    const own = terms.filter((term) => variablesIn(forms, term, [variable]).length > 0);
    return recogniseIntegral(forms, sumOf(forms, own), factor);
  });
  if (integrals.some((integral) => integral === null)) return null;
  const known = integrals as RecognisedIntegral[];
  const free = terms.filter(({ exponents }) => exponents.length === 0);
  return {
    name: known.map(({ name }) => name).join(' times '),
    logIntegral: forms.sum([sumOf(forms, free), ...known.map(({ logIntegral }) => logIntegral)]),
    conditions: known.flatMap(({ conditions }) => conditions),
    moment: (monomial) => {
      const moments = known.map(({ moment }, k) => {
        const [variable] = factors[k].variables;
        const own = monomial.map((e, index) => (involves(forms, forms.generator(index), [variable]) ? e : 0));
        return moment(withoutZeros(own));
      });
      return moments.some((moment) => moment === null) ? null : (moments as ClosedForm[]).reduce(forms.multiply);
    },
  };
}

/** exp(-x^T A x/2 + b^T x + c), A positive definite. */
function gaussian(
  forms: ClosedForms,
  terms: readonly LaurentTerm[],
  variables: readonly string[],
): RecognisedIntegral | null {
  const symbols = variables.map(forms.symbol);
  const exponentsOf = (f: ClosedForm): readonly number[] => laurentTerms(forms, f, variables)[0].exponents;
  const used = new Set<string>();
  const coefficient = (f: ClosedForm | null): ClosedForm => {
    const key = f === null ? '' : exponentsOf(f).join();
    used.add(key);
    return terms.find(({ exponents }) => exponents.join() === key)?.coefficient ?? forms.zero;
  };
  const precision = symbols.map((x, i) =>
    symbols.map((y, j) => {
      const value = forms.negate(coefficient(forms.multiply(x, y)));
      return i === j ? forms.multiply(forms.fromInteger(2), value) : value;
    }),
  );
  const slope = symbols.map((x) => coefficient(x));
  const constant = coefficient(null);
  if (terms.some(({ exponents }) => !used.has(exponents.join()))) return null;
  const covariance = unlessRefused(() => inverseMatrix(forms, precision));
  if (covariance === null) return null;
  const minors = symbols.map((_, k) =>
    determinant(
      forms,
      precision.slice(0, k + 1).map((row) => row.slice(0, k + 1)),
    ),
  );
  const mean = covariance.map((row) => forms.sum(row.map((e, j) => forms.multiply(e, slope[j]))));
  const half = (a: ClosedForm): ClosedForm => forms.multiply(forms.fromRational(rational(1, 2)), a);
  const twoPi = forms.log(forms.multiply(forms.fromInteger(2), forms.pi ?? forms.symbol('pi')));
  const logIntegral = forms.sum([
    constant,
    forms.multiply(forms.fromRational(rational(symbols.length, 2)), twoPi),
    forms.negate(half(forms.log(minors[minors.length - 1]))),
    half(forms.sum(mean.map((e, j) => forms.multiply(e, slope[j])))),
  ]);
  const places = symbols.map((x) => exponentsOf(x).length - 1);
  const orders = symbols.map((x) => exponentsOf(x)[exponentsOf(x).length - 1]);
  return {
    name: 'Gaussian',
    logIntegral,
    conditions: minors,
    moment: (monomial) => {
      const powers = places.map((place, k) => (monomial[place] ?? 0) / orders[k]);
      const others = monomial.some((exponent, index) => exponent !== 0 && !places.includes(index));
      if (others || powers.some((power) => !Number.isInteger(power) || power < 0)) return null;
      return gaussianMoment(forms, mean, covariance, powers);
    },
  };
}

/** E[x^powers] by Stein's identity E[x_i f] = mu_i E[f] + sum_j Sigma_ij E[d_j f]. */
function gaussianMoment(
  forms: ClosedForms,
  mean: readonly ClosedForm[],
  covariance: readonly (readonly ClosedForm[])[],
  powers: readonly number[],
): ClosedForm {
  const i = powers.findIndex((power) => power > 0);
  if (i < 0) return forms.one;
  const rest = powers.with(i, powers[i] - 1);
  const lower = (exponents: readonly number[]): ClosedForm => gaussianMoment(forms, mean, covariance, exponents);
  const derivatives = rest.flatMap((power, j) =>
    power === 0
      ? []
      : [forms.multiply(forms.multiply(covariance[i][j], forms.fromInteger(power)), lower(rest.with(j, power - 1)))],
  );
  return forms.sum([forms.multiply(mean[i], lower(rest)), ...derivatives]);
}
