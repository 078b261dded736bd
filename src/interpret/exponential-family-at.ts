import { type Rational, rational, rationals, sumOfProducts, termsOf } from '../algebra/index.ts';
import { type ClosedForm, closedForms, type DifferentialField, rationalNumbers } from '../calculus/index.ts';
import { UnsupportedError } from '../errors.ts';
import { amariChentsov, fisherMetric } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, componentsOf, kept } from './components.ts';
import type { Moments } from './gaussian-moments.ts';

/** The second and third cumulants of an exponential family at one point, in natural coordinates, as exact numbers. */
export interface CumulantsAtPoint {
  readonly field: DifferentialField<Rational>;
  readonly metric: Components<Rational>;
  readonly amariChentsov: Components<Rational>;
}

/**
 * Metric and Amari-Chentsov tensor of the exponential family with the given sufficient statistics, at the point where
 * its samples have these moments. A statistic is a monomial x_1^k_1 x_2^k_2 ..., given by its exponents, as many for
 * each. The definitions of geometry/ are applied to the log-density to first order in the natural coordinates theta,
 * sum theta_i (t_i - E[t_i]), which is all that they differentiate.
 */
export function cumulantsAtPoint(statistics: readonly (readonly number[])[], moments: Moments): CumulantsAtPoint {
  const variables = (statistics[0] ?? []).map((_, k) => `x${k + 1}`);
  const coordinates = statistics.map((_, i) => `theta${i + 1}`);
  const forms = closedForms([...variables, ...coordinates].map((name) => ({ name, variable: true })));
  const dimension = coordinates.length;
  const field: DifferentialField<ClosedForm> = {
    ...forms,
    dimension,
    partial: (a, index) => forms.derivative(a, coordinates[index]),
  };
  const logDensity = forms.sum(
    statistics.map((exponents, i) => {
      const statistic = variables
        .map((name, k) => forms.integerPower(forms.symbol(name), exponents[k]))
        .reduce(forms.multiply);
      return forms.multiply(
        forms.symbol(coordinates[i]),
        forms.subtract(statistic, forms.fromRational(moments(exponents))),
      );
    }),
  );
  const expectation = (integrand: (l: ClosedForm) => ClosedForm): ClosedForm =>
    forms.fromRational(expected(integrand(logDensity), variables.length, moments));
  const numbers: DifferentialField<Rational> = { ...rationalNumbers, dimension, partial: refuseDerivative };
  const atPoint = (definition: Definition): Components<Rational> => {
    const tensor = componentsOf({ field, tensors: {}, expectation }, definition);
    return kept(numbers, tensor.rank, definition.symmetries, (indices) =>
      expected(tensor.at(indices), variables.length, moments),
    );
  };
  return { field: numbers, metric: atPoint(fisherMetric), amariChentsov: atPoint(amariChentsov) };
}

/** The expectation of a polynomial in the sample variables, which are the first generators. */
function expected({ numerator, denominator }: ClosedForm, variables: number, moments: Moments): Rational {
  const sum = sumOfProducts(
    rationals,
    termsOf(numerator).map(({ coefficient, monomial }) => {
      const exponents = Array.from({ length: variables }, (_, k) => monomial.exponents[k] ?? 0);
      return [rational(coefficient), moments(exponents)] as const;
    }),
  );
  return rationals.divide(sum, rational(denominator.coefficients[0]));
}

function refuseDerivative(): never {
  throw new UnsupportedError('a tensor known at one point has no derivatives: use formulas without them');
}
