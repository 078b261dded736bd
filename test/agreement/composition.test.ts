import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import type { ClosedForm } from '../../src/calculus/index.ts';
import { evaluator } from '../../src/calculus/index.ts';
import {
  bernoulli,
  categorical,
  cauchy,
  type Family,
  gamma,
  gumbel,
  laplace,
  multinomial,
  normal,
  poisson,
  productFamily,
} from '../../src/families/index.ts';
import { type ExactModel, exactGeometry, exactModel, familyGeometryAt } from '../../src/interpret/index.ts';

/** One of each way of taking expectations: finite sums, sufficient statistics, pivots; same and different in a pair. */
const pairs: readonly (readonly [Family, Family])[] = [
  [normal(), poisson()],
  [normal(), gamma()],
  [cauchy(), normal()],
  [gumbel(), cauchy()],
  [categorical(3), normal()],
  [categorical(3), bernoulli()],
  [categorical(3), cauchy()],
  [multinomial(3), laplace()],
];

/** The closed forms of a factor in the field of the product, whose names may be numbered. */
function inField(product: ExactModel, factor: ExactModel, place: number): (form: ClosedForm) => ClosedForm {
  const known = product.field.kernels.flatMap((kernel) => (kernel.kind === 'symbol' ? [kernel.name] : []));
  return evaluator(factor.field, product.field, (name) =>
    product.field.symbol(known.includes(`${name}_${place}`) ? `${name}_${place}` : name),
  );
}

describe('the density of independent samples has', () => {
  it.each(pairs.map((pair) => [pair.map(({ name }) => name).join(' and '), pair] as const))(
    'the metrics of its factors in blocks, nothing beside them, and the sum of their scalar curvatures: %s',
    (_, pair) => {
      const whole = exactModel(productFamily(pair));
      const parts = pair.map((factor) => exactModel(factor));
      const { field } = whole;
      const { metric, scalar } = exactGeometry(whole);
      const ends = [0, parts[0].field.dimension, field.dimension];
      for (let i = 0; i < field.dimension; i++) {
        for (let j = 0; j <= i; j++) {
          const place = i < ends[1] ? 0 : 1;
          if (place === 1 && j < ends[1]) {
            expect(field.isZero(metric.at([i, j]))).toBe(true);
            continue;
          }
          const own = exactGeometry(parts[place]).metric.at([i - ends[place], j - ends[place]]);
          expect(field.equals(metric.at([i, j]), inField(whole, parts[place], place + 1)(own))).toBe(true);
        }
      }
      const scalars = parts.map((part, k) => inField(whole, part, k + 1)(exactGeometry(part).scalar.at([])));
      expect(field.equals(scalar.at([]), field.add(scalars[0], scalars[1]))).toBe(true);
    },
  );

  it('the same numbers at a point', () => {
    const family = productFamily([categorical(3), cauchy()]);
    const point = { p1: rational(1, 4), p2: rational(1, 3), mu: rational(1), gamma: rational(2) };
    // 1/2 for the simplex of three outcomes, -4 for Cauchy.
    expect(familyGeometryAt(family, point).scalar).toBeCloseTo(-3.5, 12);
  });
});
