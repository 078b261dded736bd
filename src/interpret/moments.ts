import { inverseMatrix } from '../algebra/index.ts';
import { type ClosedForm, type ClosedForms, coefficientsIn } from '../calculus/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';

/** A regular exponential family in one sample variable, in closed form. */
export interface ExponentialFamily {
  readonly forms: ClosedForms;
  readonly coordinates: readonly string[];
  readonly variable: string;
  /** The sufficient statistics are x^k for these k, as many as there are coordinates. */
  readonly statistics: readonly number[];
  readonly logDensity: ClosedForm;
}

/**
 * The expectation of polynomials in the sample variable, from the log-density alone. Differentiating E[x^j] under the
 * integral gives d_i E[x^j] = E[s_i x^j] with the score s_i = sum_a B_ia x^(k_a) + c_i, so
 * E[x^(j + k_a)] = (B^-1)_ai (d_i E[x^j] - c_i E[x^j]), a recursion from E[1] = 1.
 *
 * Throws {@link UnsupportedError} where the score is not of this form or the integrand not a polynomial, and
 * {@link DomainError} where B is singular (the statistics are not in one-to-one relation with the coordinates).
 */
export function momentExpectation(
  family: ExponentialFamily,
): (integrand: (logDensity: ClosedForm) => ClosedForm) => ClosedForm {
  const { forms, variable, logDensity } = family;
  const moment = momentsOf(family);
  return (integrand) => {
    const terms = [...coefficientsIn(forms, integrand(logDensity), variable)];
    return forms.sum(terms.map(([exponent, coefficient]) => forms.multiply(coefficient, moment(exponent))));
  };
}

/** The moments E[x^k], as a function of k. */
export function momentsOf(family: ExponentialFamily): (k: number) => ClosedForm {
  const { forms, coordinates, statistics } = family;
  const { slope, constant } = scoreCoefficients(family);
  const inverse = inverseMatrix(forms, slope);
  const known = new Map<number, ClosedForm>([[0, forms.one]]);
  const moment = (k: number): ClosedForm => {
    const value = known.get(k) ?? fromLower(k);
    known.set(k, value);
    return value;
  };
  const fromLower = (k: number): ClosedForm => {
    // The largest statistic that fits reaches back furthest.
    const a = statistics.reduce(
      (best, power, place) => (power <= k && power > (statistics[best] ?? 0) ? place : best),
      -1,
    );
    if (a < 0)
      throw new UnsupportedError(`E[${family.variable}^${k}] does not follow from the statistics of the family`);
    const lower = moment(k - statistics[a]);
    const terms = coordinates.map((name, i) => {
      const change = forms.subtract(forms.derivative(lower, name), forms.multiply(constant[i], lower));
      return forms.multiply(inverse[a][i], change);
    });
    return forms.sum(terms);
  };
  return moment;
}

function scoreCoefficients({ forms, coordinates, variable, statistics, logDensity }: ExponentialFamily) {
  if (statistics.length !== coordinates.length) {
    throw new DomainError(
      `${statistics.length} statistics for ${coordinates.length} coordinates: a full exponential family has as many`,
    );
  }
  const scores = coordinates.map((name) => coefficientsIn(forms, forms.derivative(logDensity, name), variable));
  const odd = scores.flatMap((score) => [...score.keys()]).find((k) => k !== 0 && !statistics.includes(k));
  if (odd !== undefined) {
    throw new UnsupportedError(`the score contains ${variable}^${odd}, which is not among the sufficient statistics`);
  }
  return {
    slope: scores.map((score) => statistics.map((k) => score.get(k) ?? forms.zero)),
    constant: scores.map((score) => score.get(0) ?? forms.zero),
  };
}
