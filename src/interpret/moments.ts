import { inverseMatrix } from '../algebra/index.ts';
import {
  type ClosedForm,
  type ClosedForms,
  type LaurentTerm,
  laurentTerms,
  printClosedForm,
  quotientOfMonomials,
} from '../calculus/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';

/** A regular exponential family in closed form. */
export interface ExponentialFamily {
  readonly forms: ClosedForms;
  readonly coordinates: readonly string[];
  /** The sample variables, symbols of the field. */
  readonly variables: readonly string[];
  /** As many as there are coordinates: monomials in kernels of the sample, x^2, log(x), x1 x2, ... */
  readonly statistics: readonly ClosedForm[];
  readonly logDensity: ClosedForm;
}

/**
 * The expectation of f(l) for the log-density l, from the log-density alone: see {@link momentsOf}. Throws
 * {@link UnsupportedError} where the score is no linear combination of the statistics and one.
 */
export function momentExpectation(
  family: ExponentialFamily,
): (integrand: (logDensity: ClosedForm) => ClosedForm) => ClosedForm {
  const expectation = momentsOf(family);
  return (integrand) => expectation(integrand(family.logDensity));
}

/**
 * The expectation of Laurent polynomials in the kernels of the sample, carried out. Differentiating E[f] under the
 * integral gives d_i E[f] = E[s_i f] for f free of the coordinates, with the score s_i = sum_a B_ia T_a + c_i, so
 * E[T_a f] = (B^-1)_ai (d_i E[f] - c_i E[f]), a recursion from E[1] = 1: the only input is that the density integrates to
 * one for every value of the coordinates.
 *
 * Throws {@link UnsupportedError} where the score is not of this form or the integrand no such polynomial, and
 * {@link DomainError} where B is singular (the statistics are not in one-to-one relation with the coordinates).
 */
export function momentsOf(family: ExponentialFamily): (f: ClosedForm) => ClosedForm {
  const { forms, coordinates, variables } = family;
  const statistics = family.statistics.map((statistic) => monomialOf(family, statistic));
  const { slope, constant } = scoreCoefficients(family, statistics);
  let solved: ClosedForm[][] | undefined;
  const inverse = (): ClosedForm[][] => {
    solved ??= inverseMatrix(forms, slope);
    return solved;
  };
  const known = new Map<string, ClosedForm>([['', forms.one]]);
  const moment = (monomial: readonly number[]): ClosedForm => {
    const key = monomial.join();
    const value = known.get(key) ?? fromLower(monomial);
    known.set(key, value);
    return value;
  };
  const fromLower = (monomial: readonly number[]): ClosedForm => {
    // The statistic that leaves the least reaches back furthest.
    const remainders = statistics.map((statistic) => quotientOfMonomials(monomial, statistic));
    const sizes = remainders.map(size);
    const a = sizes.indexOf(Math.min(...sizes));
    if (sizes[a] >= size(monomial)) {
      throw new UnsupportedError(`${shown(forms, monomial)} has no expectation from the statistics of the family`);
    }
    const lower = moment(remainders[a]);
    const terms = coordinates.map((name, i) => {
      const change = forms.subtract(forms.derivative(lower, name), forms.multiply(constant[i], lower));
      return forms.multiply(inverse()[a][i], change);
    });
    return forms.sum(terms);
  };
  return (f) =>
    forms.sum(
      laurentTerms(forms, f, variables).map(({ exponents, coefficient }) =>
        forms.multiply(coefficient, moment(exponents)),
      ),
    );
}

function monomialOf({ forms, variables }: ExponentialFamily, statistic: ClosedForm): readonly number[] {
  const [term, ...others] = laurentTerms(forms, statistic, variables);
  if (term !== undefined && others.length === 0 && forms.equals(term.coefficient, forms.one)) return term.exponents;
  throw new UnsupportedError(
    `the sufficient statistics must be products of powers of functions of ${variables.join(', ')}`,
  );
}

function scoreCoefficients(family: ExponentialFamily, statistics: readonly (readonly number[])[]) {
  const { forms, coordinates, variables, logDensity } = family;
  if (statistics.length !== coordinates.length) {
    throw new DomainError(
      `${statistics.length} statistics for ${coordinates.length} coordinates: a full exponential family has as many`,
    );
  }
  const scores = coordinates.map((name) => laurentTerms(forms, forms.derivative(logDensity, name), variables));
  const allowed = ['', ...statistics.map((statistic) => statistic.join())];
  const odd = scores.flat().find(({ exponents }) => !allowed.includes(exponents.join()));
  if (odd !== undefined) {
    throw new UnsupportedError(
      `the score contains ${shown(forms, odd.exponents)}, which is not among the sufficient statistics`,
    );
  }
  const coefficient = (score: readonly LaurentTerm[], monomial: readonly number[]): ClosedForm =>
    score.find(({ exponents }) => exponents.join() === monomial.join())?.coefficient ?? forms.zero;
  return {
    slope: scores.map((score) => statistics.map((statistic) => coefficient(score, statistic))),
    constant: scores.map((score) => coefficient(score, [])),
  };
}

function size(monomial: readonly number[]): number {
  return monomial.reduce((total, exponent) => total + Math.abs(exponent), 0);
}

function shown(forms: ClosedForms, exponents: readonly number[]): string {
  const factors = exponents.map((exponent, index) => forms.integerPower(forms.generator(index), exponent));
  return printClosedForm(forms, factors.reduce(forms.multiply, forms.one));
}
