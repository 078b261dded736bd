import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseMatrix } from '../../src/algebra/index.ts';
import { DomainError } from '../../src/errors.ts';
import { nested, square } from '../../src/interpret/index.ts';
import { jetGeometries, manifold, numbers } from '../geometry/sample-metrics.ts';

describe('the inverse metric', () => {
  it('contracts with the metric to the identity, as functions: jets agree in every coefficient', () => {
    fc.assert(
      fc.property(jetGeometries(3), ({ field, metric, inverseMetric }) => {
        const [g, h] = [square(field, metric), square(field, inverseMetric)];
        for (const i of [0, 1, 2]) {
          for (const j of [0, 1, 2]) {
            const entry = field.sum(h[i].map((e, k) => field.multiply(e, g[k][j])));
            const rest = field.subtract(entry, i === j ? field.one : field.zero);
            // Third derivatives of an inverse grow to some thousands.
            expect(Math.max(...rest.coefficients.map(Math.abs))).toBeLessThan(1e-9);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('is that of the algebra', () => {
    const entries = [
      ['x', '1'],
      ['1', 'y'],
    ];
    const { field, metric, inverseMetric } = manifold(['x', 'y'], entries);
    const expected = inverseMatrix(field, square(field, metric));
    expect(square(field, inverseMetric)).toEqual(expected);
  });

  it('of a singular metric does not exist: the rank is named, at the first use and not before', () => {
    const entries = [
      ['x', 'x'],
      ['x', 'x'],
    ];
    const geometry = manifold(['x', 'y'], entries);
    expect(geometry.field.equals(geometry.metric.at([0, 1]), geometry.form('x'))).toBe(true);
    expect(() => geometry.scalar.at([])).toThrow(DomainError);
    expect(() => geometry.christoffel.at([0, 0, 0])).toThrow(/rank is 1/);
  });
});

it('one dimension is flat whatever the metric', () => {
  const { field, scalar, riemann } = manifold(['x'], [['1/(1 + x^2)']]);
  expect([scalar.at([]), riemann.at([0, 0, 0, 0])].every(field.isZero)).toBe(true);
});

describe('nested components', () => {
  const { field, metric, scalar } = manifold(
    ['x', 'y'],
    [
      ['1', '2'],
      ['3', '4'],
    ],
  );

  it('are rows for rank 2, first index outside, and one value for rank 0', () => {
    const show = (value: typeof field.one) => Number(value.numerator.coefficients[0] ?? 0);
    expect(nested(2, metric, show)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(nested(2, scalar, show)).toBe(0);
  });

  it('and flat in the same order', () => {
    fc.assert(
      fc.property(jetGeometries(2), ({ field, christoffel }) => {
        expect((nested(2, christoffel, field.value) as number[][][]).flat(2)).toEqual(numbers(field, christoffel));
      }),
      { numRuns: 3 },
    );
  });
});
