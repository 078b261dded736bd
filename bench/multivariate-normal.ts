import { algebra, cumulantsAtPoint, curvatureFromCumulants, gaussianMoments } from 'fisher-rao';

const { rational, rationals } = algebra;
type Rational = algebra.Rational;

/** A point of the normal family in n variables. */
export interface NormalPoint {
  readonly mean: readonly Rational[];
  readonly covariance: readonly (readonly Rational[])[];
}

/** A random point: the covariance is A A^t + 1 with A of random fractions. */
export function multivariateNormalAt(n: number): NormalPoint {
  const range = Array.from({ length: n }, (_, i) => i);
  const entry = (): Rational => rational(Math.floor(41 * Math.random()) - 20, 1 + Math.floor(9 * Math.random()));
  const root = range.map(() => range.map(entry));
  return {
    mean: range.map(entry),
    covariance: root.map((row, i) =>
      root.map((other, j) =>
        rationals.sum([rational(i === j ? 1 : 0), ...row.map((e, k) => rationals.multiply(e, other[k]!))]),
      ),
    ),
  };
}

/** The scalar curvature there, n (n + 3) / 2 parameters: -n (n + 1)^2 / 4 as far as it has been computed. */
export function normalScalar({ mean, covariance }: NormalPoint): Rational {
  const range = mean.map((_, i) => i);
  const power = (...variables: number[]): number[] => range.map((k) => variables.filter((i) => i === k).length);
  const statistics = [...range.map((i) => power(i)), ...range.flatMap((i) => range.slice(i).map((j) => power(i, j)))];
  const { field, metric, amariChentsov } = cumulantsAtPoint(statistics, gaussianMoments(mean, covariance));
  return curvatureFromCumulants(field, metric, amariChentsov).scalar.at([]);
}
