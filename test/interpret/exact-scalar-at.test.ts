import { describe, expect, it } from 'vitest';
import { type Rational, rational } from '../../src/algebra/index.ts';
import { type Expression, evaluateExpression, evaluator, rationalNumbers } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import {
  centredMultivariateNormal,
  type Family,
  isotropicMultivariateNormal,
  multivariateNormal,
  normal,
  type Point,
} from '../../src/families/index.ts';
import { exactGeometry, exactModel, exactScalarAt, gaussianMoments } from '../../src/interpret/index.ts';

/** A point with scattered fractions; the diagonal of the covariance is dominant. */
function somePoint(family: Family): Point {
  return Object.fromEntries(
    family.coordinates.map(({ name, domain }, k): [string, Rational] => [
      name,
      domain === 'positive' ? rational(3 + k, 2) : rational((k % 5) - 2, 7),
    ]),
  );
}

describe('the exact scalar curvature at a rational point', () => {
  it.each([1, 2, 3, 4, 5])('of the normal family in %i variables is -n (n + 1)^2/4', (n) => {
    const family = multivariateNormal(n);
    expect(exactScalarAt(family, somePoint(family))).toEqual(rational(-n * (n + 1) ** 2, 4));
  });

  it.each([1, 2, 3, 4, 5])('with mean zero in %i variables is -n (n - 1) (n + 2)/4', (n) => {
    const family = centredMultivariateNormal(n);
    expect(exactScalarAt(family, somePoint(family))).toEqual(rational(-n * (n - 1) * (n + 2), 4));
  });

  it.each([multivariateNormal(2), centredMultivariateNormal(3)])('is that of the definition: $name', (family) => {
    const { scalar } = exactGeometry(exactModel(family));
    const { numerator, denominator } = scalar.at([]);
    const value = rational(numerator.coefficients[0], denominator.coefficients[0]);
    expect(exactScalarAt(family, somePoint(family))).toEqual(value);
  });

  it('belongs to families of jointly normal samples whose statistics are monomials; others have closed forms only', () => {
    expect(exactScalarAt(normal(), somePoint(normal()))).toBeUndefined();
    expect(exactScalarAt(isotropicMultivariateNormal(2), {})).toBeUndefined();
    const family = multivariateNormal(2);
    expect(() => exactScalarAt(family, { ...somePoint(family), s12: rational(9) })).toThrow(InputError);
  });
});

it.each([multivariateNormal(2), multivariateNormal(3), centredMultivariateNormal(2)])(
  'the declared mean and covariance of $name are those that follow from its density',
  (family) => {
    const { field, expectation } = exactModel(family);
    const point = somePoint(family);
    const at = evaluator(field, rationalNumbers, (name) => point[name]);
    const value = (e: Expression) => evaluateExpression(rationalNumbers, e, (name) => point[name]);
    const { mean = [], covariance = [] } = family.gaussian ?? {};
    const moments = gaussianMoments(
      mean.map(value),
      covariance.map((row) => row.map(value)),
    );
    const { variables } = family.sampleSpace;
    variables.forEach((first, i) => {
      for (let j = i; j < variables.length; j++) {
        const name = i === j ? `${first} ^ 2` : `${first} * ${variables[j]}`;
        const exponents = variables.map((_, k) => Number(k === i) + Number(k === j));
        expect(at(expectation(() => field.symbol(name)))).toEqual(moments(exponents));
      }
    });
  },
);
