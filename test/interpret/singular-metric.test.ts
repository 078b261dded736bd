import { describe, expect, it } from 'vitest';
import { parseRational } from '../../src/algebra/index.ts';
import { parseExpression } from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';
import { type GivenMetric, givenManifold, givenManifoldAt } from '../../src/interpret/index.ts';

function given(coordinates: readonly string[], metric: readonly (readonly string[])[]): GivenMetric {
  return { coordinates, constants: [], entries: metric.map((row) => row.map(parseExpression)) };
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    return (error as Error).message.split(' (d_x')[0]!;
  }
  throw new Error('nothing was refused');
}

/** The pull-back of one metric along (x, y) -> x + 2 y, along (x, y) -> x^2 + y^2, and zero. */
const singular = [
  {
    entries: [
      ['x + 2*y', '2*(x + 2*y)'],
      ['2*(x + 2*y)', '4*(x + 2*y)'],
    ],
    rank: 1,
    directions: '2*d_x - d_y',
  },
  {
    entries: [
      ['x^2', 'x*y'],
      ['x*y', 'y^2'],
    ],
    rank: 1,
    directions: 'y*d_x - x*d_y',
  },
  {
    entries: [
      ['0', '0'],
      ['0', '0'],
    ],
    rank: 0,
    directions: 'd_x; d_y',
  },
];

describe('a metric that is singular everywhere', () => {
  it.each(singular)('has rank $rank and null directions $directions', ({ entries, rank, directions }) => {
    const { geometry } = givenManifold(given(['x', 'y'], entries));
    expect(refusal(() => geometry.scalar.at([]))).toBe(
      `the metric is singular: rank ${rank} of 2; null directions: ${directions}`,
    );
    expect(() => geometry.metric.at([0, 0])).not.toThrow();
  });

  it('has them at a point as well, as numbers', () => {
    const point = { x: parseRational('3'), y: parseRational('1/2') };
    const { geometry } = givenManifoldAt(given(['x', 'y'], singular[1]!.entries), point);
    expect(refusal(() => geometry.christoffel.at([0, 0, 0]))).toBe(
      'the metric is singular at this point, to double precision: rank 1 of 2; null directions: 0.166666666667*d_x - d_y',
    );
  });
});

describe('at a point', () => {
  it('a metric may be singular though it is regular elsewhere', () => {
    const polar = given(
      ['rho', 'phi'],
      [
        ['1', '0'],
        ['0', 'rho^2'],
      ],
    );
    const at = (rho: string) => givenManifoldAt(polar, { rho: parseRational(rho), phi: parseRational('0') });
    expect(refusal(() => at('0').geometry.scalar.at([]))).toContain('rank 1 of 2; null directions: d_phi');
    const { field, geometry } = at('1e-9');
    expect(field.value(geometry.inverseMetric.at([1, 1]))).toBeCloseTo(1e18, -6);
  });

  it('units of different size make no metric singular, definite or not', () => {
    for (const entries of [
      [
        ['1e-30', '0'],
        ['0', '1e30'],
      ],
      [
        ['0', '1e-20'],
        ['1e-20', '0'],
      ],
    ]) {
      const { field, geometry } = givenManifoldAt(given(['x', 'y'], entries), {
        x: parseRational('0'),
        y: parseRational('0'),
      });
      expect(field.value(geometry.scalar.at([]))).toBe(0);
    }
  });

  it('rounding does not hide that it is', () => {
    // 0.1 + 0.2 is not 0.3 in doubles.
    const metric = given(
      ['x', 'y'],
      [
        ['1', 'x + y'],
        ['x + y', '9/100'],
      ],
    );
    const { geometry } = givenManifoldAt(metric, { x: parseRational('0.1'), y: parseRational('0.2') });
    expect(refusal(() => geometry.scalar.at([]))).toContain('null directions: 0.3*d_x - d_y');
  });
});
