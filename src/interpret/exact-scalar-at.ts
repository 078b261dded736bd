import type { Rational } from '../algebra/index.ts';
import { type Expression, evaluateExpression, rationalNumbers } from '../calculus/index.ts';
import { checkPoint, type Family, type Point } from '../families/index.ts';
import { curvatureFromCumulants } from './cumulant-curvature.ts';
import { cumulantsAtPoint } from './exponential-family-at.ts';
import { gaussianMoments } from './gaussian-moments.ts';
import { hasStatistics } from './natural-form.ts';
import { sampleReading } from './sample-terms.ts';

/**
 * The scalar curvature of a family at a rational point as an exact number, without any closed form: from the second and
 * third cumulants of its sufficient statistics, where the sample is jointly normal and the statistics are products of
 * powers of sample variables. `undefined` for other families. Throws {@link InputError} for a point outside the domain.
 */
export function exactScalarAt(family: Family, point: Point): Rational | undefined {
  const { gaussian } = family;
  if (gaussian === undefined || !hasStatistics(family) || family.base !== undefined) return undefined;
  const statistics = exponentsOf(family, family.statistics);
  if (statistics === undefined) return undefined;
  checkPoint(family, point);
  const value = (e: Expression): Rational => evaluateExpression(rationalNumbers, e, (name) => point[name]);
  const moments = gaussianMoments(
    gaussian.mean.map(value),
    gaussian.covariance.map((row) => row.map(value)),
  );
  const { field, metric, amariChentsov } = cumulantsAtPoint(statistics, moments);
  return curvatureFromCumulants(field, metric, amariChentsov).scalar.at([]);
}

/** The exponents of the sample variables in each statistic; `undefined` where one is no monomial in them. */
function exponentsOf(family: Family, statistics: readonly Expression[]): number[][] | undefined {
  const { terms } = sampleReading(family);
  const { variables } = family.sampleSpace;
  const read = statistics.map((statistic): number[] | undefined => {
    const [term, ...others] = terms(statistic).values();
    // The sample variables are the first functions of the sample.
    if (term === undefined || others.length > 0 || term.exponents.length > variables.length) return undefined;
    return variables.map((_, k) => term.exponents[k] ?? 0);
  });
  return read.every((exponents) => exponents !== undefined) ? read : undefined;
}
