import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { jets, parseExpression } from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';
import { checkPoint, isotropicMultivariateNormal, multivariateNormal, normal } from '../../src/families/index.ts';
import { amariChentsov, fisherMetric, fisherMetricFromHessian } from '../../src/geometry/index.ts';
import {
  exactGeometry,
  exactModel,
  exactTensor,
  familyGeometryAt,
  square,
  tensorsFromMeans,
} from '../../src/interpret/index.ts';

describe('tensors of an exponential family from the means of its statistics', () => {
  it('are those of the Poisson family for theta = log(lambda), -lambda: g = 1/lambda, T = 1/lambda^2', () => {
    const field = jets(1, 4);
    const lambda = field.coordinate(0, 3);
    const tensors = tensorsFromMeans(field, [field.log(lambda)], field.negate(lambda), (matrix) => matrix);
    expect(field.value(tensors(fisherMetric)?.at([0, 0]) ?? field.zero)).toBeCloseTo(1 / 3, 14);
    expect(field.value(tensors(amariChentsov)?.at([0, 0, 0]) ?? field.zero)).toBeCloseTo(1 / 9, 14);
    expect(tensors(fisherMetricFromHessian)).toBeUndefined();
  });

  it('do not exist where coordinates say the same thing twice', () => {
    const logDensity = parseExpression('(mu + sigma)*x - (mu + sigma)*x^2');
    const model = exactModel({ ...normal(), logDensity });
    expect(() => exactTensor(model).at([0, 0])).toThrow(DomainError);
  });
});

describe('a statistic that is a sum of squares', () => {
  const model = exactModel(isotropicMultivariateNormal(3));

  it('gives the metric (d mu^2 + 6 d sigma^2)/sigma^2, of constant curvature -1/6', () => {
    const { metric, scalar } = exactGeometry(model);
    const { field } = model;
    const inverseSquare = field.power(field.symbol('sigma'), rational(-2));
    expect(square(field, metric)).toEqual(
      [1, 1, 1, 6].map((entry, i) =>
        [0, 1, 2, 3].map((j) => (i === j ? field.multiply(field.fromInteger(entry), inverseSquare) : field.zero)),
      ),
    );
    expect(scalar.at([])).toEqual(field.fromRational(rational(-2))); // 4 * 3 * (-1/6)
  });

  it('has an expectation with its powers', () => {
    const { field } = model;
    const mean = model.expectation(() => field.power(field.symbol('x1 ^ 2 + x2 ^ 2 + x3 ^ 2'), rational(2)));
    // E|x|^4 = (m + 3 s^2)^2 + 4 m s^2 + 6 s^4 with m = |mu|^2.
    const [m, s2] = [
      field.sum(['mu1', 'mu2', 'mu3'].map((name) => field.power(field.symbol(name), rational(2)))),
      field.power(field.symbol('sigma'), rational(2)),
    ];
    const n = (value: number) => field.fromInteger(value);
    const expected = field.sum([
      field.power(field.add(m, field.multiply(n(3), s2)), rational(2)),
      field.multiply(n(4), field.multiply(m, s2)),
      field.multiply(n(6), field.power(s2, rational(2))),
    ]);
    expect(field.equals(mean, expected)).toBe(true);
  });
});

it('the normal family in four variables has scalar curvature -n (n + 1)^2/4 = -25 at a point, without any closed form', () => {
  const family = multivariateNormal(4);
  const off = { s12: rational(1, 2), s13: rational(-1, 3), s24: rational(1, 4) };
  const point = { ...family.interior, mu2: rational(3), s33: rational(2), ...off };
  checkPoint(family, point);
  expect(Math.abs(familyGeometryAt(family, point).scalar + 25)).toBeLessThan(1e-9);
});
