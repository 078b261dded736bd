import { describe, expect, it, test } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, parseExpression, printClosedForm } from '../../src/calculus/index.ts';
import {
  centredMultivariateNormal,
  diagonalMultivariateNormal,
  type Family,
  fixedCovarianceMultivariateNormal,
  isotropicMultivariateNormal,
  multivariateNormal,
  normalGamma,
  wishart,
} from '../../src/families/index.ts';
import { exactGeometry, exactModel, familyGeometryAt } from '../../src/interpret/index.ts';

/** Scalar curvatures of families with constant ones, n the number of variables, nu symbolic. */
const constantCurvatures: readonly (readonly [Family, string])[] = [
  ...[1, 2, 3].map((n) => [multivariateNormal(n), `-${n * (n + 1) ** 2}/4`] as const),
  ...[2, 3].map((n) => [centredMultivariateNormal(n), `-${n * (n - 1) * (n + 2)}/4`] as const),
  ...[1, 2, 5].map((n) => [isotropicMultivariateNormal(n), `-${n + 1}/2`] as const),
  ...[1, 2, 3].map((n) => [diagonalMultivariateNormal(n), `-${n}`] as const),
  ...[1, 3].map((n) => [fixedCovarianceMultivariateNormal(n), '0'] as const),
  ...[1, 2, 3].map((p) => [wishart(p), `-${p * (p - 1) * (p + 2)}/(4*nu)`] as const),
];

describe('the scalar curvature is that of the literature:', () => {
  test.each(
    constantCurvatures.map(([family, scalar]) => [family.name, family.coordinates.length, scalar, family] as const),
  )('%s with %i coordinates, %s', (_name, _count, scalar, family) => {
    const model = exactModel(family);
    const { field } = model;
    const expected = evaluateExpression(field, parseExpression(scalar), field.symbol);
    expect(exactGeometry(model).scalar.at([])).toEqual(expected);
  });
});

describe('the normal-gamma family', () => {
  const model = exactModel(normalGamma());
  const { field } = model;
  const { metric } = exactGeometry(model);

  it('has the second derivatives of its log-density by hand as metric: E[tau] = alpha/beta', () => {
    const expected = [
      ['lambda*alpha/beta', '0', '0', '0'],
      ['0', '1/(2*lambda^2)', '0', '0'],
      ['0', '0', 'polygamma(1, alpha)', '-1/beta'],
      ['0', '0', '-1/beta', 'alpha/beta^2'],
    ];
    expected.forEach((row, i) => {
      row.forEach((text, j) => {
        const form = evaluateExpression(field, parseExpression(text), field.symbol);
        expect(printClosedForm(field, metric.at([i, j]))).toBe(printClosedForm(field, form));
      });
    });
  });

  it('has at alpha = 3 the scalar curvature that Maxima finds from that metric', () => {
    const point = { mu: rational(-1), lambda: rational(5), alpha: rational(3), beta: rational(2) };
    expect(Math.abs(familyGeometryAt(normalGamma(), point).scalar + 2.1535435934557)).toBeLessThan(1e-12);
  });
});
