import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluator } from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import {
  categorical,
  cauchy,
  type Family,
  laplace,
  normal,
  observations,
  pareto,
  poisson,
  productFamily,
  reparametrize,
} from '../../src/families/index.ts';
import { amariChentsov, fisherMetric, ricci } from '../../src/geometry/index.ts';
import { exactGeometry, exactModel, exactTensor, familyGeometryAt } from '../../src/interpret/index.ts';

/** One family of each way of taking expectations. */
const families: readonly Family[] = [normal(), categorical(3), cauchy()];

describe('N observations', () => {
  it.each(families.map((family) => [family.name, family] as const))(
    'of %s have N times its metric and Amari-Chentsov tensor, and its curvature divided by N',
    (_, family) => {
      const [one, several] = [exactModel(family), exactModel(observations(family, 'N'))];
      const { field } = several;
      const N = field.symbol('N');
      const carried = evaluator(one.field, field, field.symbol);
      for (const definition of [fisherMetric, amariChentsov]) {
        const [single, many] = [exactTensor(one, definition), exactTensor(several, definition)];
        const indices = new Array<number>(single.rank).fill(0);
        for (const index of [0, 1]) {
          indices[0] = index;
          const expected = field.multiply(N, carried(single.at(indices)));
          expect(field.equals(many.at(indices), expected)).toBe(true);
        }
      }
      const point = { mu: rational(1), sigma: rational(2), gamma: rational(2), p1: rational(1, 3), p2: rational(1, 4) };
      const at = Object.fromEntries(family.coordinates.map(({ name }) => [name, point[name as keyof typeof point]]));
      const [single, five] = [familyGeometryAt(family, at), familyGeometryAt(observations(family, rational(5)), at)];
      expect(five.metric[0][0]).toBeCloseTo(5 * single.metric[0][0], 12);
      expect(five.scalar).toBeCloseTo(single.scalar / 5, 12);
      expect(
        field.equals(
          field.multiply(N, exactGeometry(several).scalar.at([])),
          carried(exactGeometry(one).scalar.at([])),
        ),
      ).toBe(true);
    },
  );

  it('are a product restricted to equal coordinates: two Poisson observations are one of each of a pair', () => {
    const pair = reparametrize(productFamily([poisson(), poisson()]), [{ name: 'lambda', domain: 'positive' }], {
      lambda_1: 'lambda',
      lambda_2: 'lambda',
    });
    const [twice, restricted] = [observations(poisson(), rational(2)), pair].map(exactModel);
    const { field } = twice;
    const expected = field.divide(field.fromInteger(2), field.symbol('lambda'));
    expect(field.equals(exactGeometry(twice).metric.at([0, 0]), expected)).toBe(true);
    const other = exactGeometry(restricted).metric.at([0, 0]);
    expect(field.equals(evaluator(restricted.field, field, field.symbol)(other), expected)).toBe(true);
  });

  it('have the tensors that are sums of cumulants, and no others', () => {
    const model = exactModel(observations(normal(), 'N'));
    expect(() => exactTensor(model, ricci).at([0, 0])).toThrow(UnsupportedError);
    expect(() => model.expectation((l) => l)).toThrow(UnsupportedError);
  });

  it('of a family whose support moves are refused: its score has a mean; a kink alone does no harm', () => {
    expect(() => exactModel(observations(pareto(), 'N'))).toThrow(
      /score of pareto along x_m has a mean that is not zero/,
    );
    const at = { alpha: rational(2), x_m: rational(1) };
    expect(() => familyGeometryAt(observations(pareto(), rational(2)), at)).toThrow(UnsupportedError);
    expect(() => exactModel(observations(laplace(), 'N'))).not.toThrow();
  });
});
