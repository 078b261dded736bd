import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Rational, rational, rationals } from '../../src/algebra/index.ts';
import { closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import {
  cumulantsAtPoint,
  curvatureFromCumulants,
  gaussianMoments,
  kept,
  riemannianGeometry,
  withKeptPartials,
} from '../../src/interpret/index.ts';

const { add, multiply } = rationals;

/** x_i, then x_i x_j: what the multivariate normal family with mean and covariance free is made of. */
function statistics(n: number): number[][] {
  const unit = (i: number): number[] => Array.from({ length: n }, (_, k) => (k === i ? 1 : 0));
  const range = Array.from({ length: n }, (_, i) => i);
  return [
    ...range.map(unit),
    ...range.flatMap((i) => range.slice(i).map((j) => unit(i).map((e, k) => e + unit(j)[k]))),
  ];
}

/** Mean and covariance A A^t + 1 with scattered rational entries. */
function somePoint(n: number, seed: number): { mean: Rational[]; covariance: Rational[][] } {
  const entry = (k: number): Rational => rational(((7 * k * k + 3 * k) % 11) - 5, 1 + ((5 * k) % 4));
  const root = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => entry(seed + n * i + j)));
  return {
    mean: Array.from({ length: n }, (_, i) => entry(i)),
    covariance: root.map((row, i) =>
      root.map((other, j) =>
        row.map((e, k) => multiply(e, other[k])).reduce(add, i === j ? rationals.one : rationals.zero),
      ),
    ),
  };
}

function scalarFromCumulants(n: number, seed = 3): Rational {
  const { mean, covariance } = somePoint(n, seed);
  const { field, metric, amariChentsov } = cumulantsAtPoint(statistics(n), gaussianMoments(mean, covariance));
  return curvatureFromCumulants(field, metric, amariChentsov).scalar.at([]);
}

/** The scalar curvature by the definition, in closed form, of a metric in bench/metrics; it is the same at all points. */
function scalarByDefinition(file: string): string {
  const text = readFileSync(new URL(`../../bench/metrics/${file}.json`, import.meta.url), 'utf8');
  const { coordinates, metric } = JSON.parse(text) as { coordinates: string[]; metric: string[][] };
  const forms = closedForms(coordinates.map((name) => ({ name })));
  const field = withKeptPartials({
    ...forms,
    dimension: coordinates.length,
    partial: (a: ReturnType<typeof forms.symbol>, index: number) => forms.derivative(a, coordinates[index]),
  });
  const components = kept(field, 2, [{ places: [0, 1], sign: 1 }], ([i, j]) =>
    evaluateExpression(field, parseExpression(metric[i][j]), (name) => field.symbol(name)),
  );
  const { numerator, denominator } = riemannianGeometry(field, components).scalar.at([]);
  return `${numerator.coefficients.join()}/${denominator.coefficients.join()}`;
}

describe('the multivariate normal family at a rational point', () => {
  it('has scalar curvature -1 in one dimension', () => {
    expect(scalarFromCumulants(1)).toEqual(rational(-1));
  });

  it.each([
    [2, 'bivariate-normal'],
    [3, 'trivariate-normal'],
  ])('has in %i dimensions the scalar curvature of its metric by the definition', (n, file) => {
    const { numerator, denominator } = scalarFromCumulants(n);
    expect(`${numerator}/${denominator}`).toBe(scalarByDefinition(file));
  });

  it('has the same scalar curvature at all points, since affine maps of the samples move any one to any other', () => {
    expect(scalarFromCumulants(2, 5)).toEqual(scalarFromCumulants(2, 8));
    expect(scalarFromCumulants(3, 5)).toEqual(scalarFromCumulants(3, 8));
  });

  it('knows no derivatives there', () => {
    const { field } = cumulantsAtPoint([[1]], gaussianMoments([rational(0)], [[rational(1)]]));
    expect(() => field.partial(rational(1), 0)).toThrow(UnsupportedError);
  });
});
