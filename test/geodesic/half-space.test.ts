import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfSpace } from '../../src/geodesic/half-space.ts';
import { evenLine, powerLine } from '../../src/geodesic/line.ts';
import { modelSpaceLaws, within } from './model-space-laws.ts';

const level = { height: (y: number) => y, heightDensity: () => 1, vertical: (Y: number) => Y, shear: [0] };
/** The normal family: (d mu^2 + 2 d sigma^2)/sigma^2. */
const normal = halfSpace({ ...level, horizontal: [[1]], lines: [evenLine(1)], curvature: -1 / 2 });

modelSpaceLaws('the normal family as a half-plane', {
  space: normal,
  metric: ([, y]) => [
    [1 / y ** 2, 0],
    [0, 2 / y ** 2],
  ],
  points: fc.tuple(within(-2, 2), within(0.3, 3)).map((point) => [...point]),
});

// The metric of z = x + 0.4 Y and Y = y^-2 in three dimensions with curvature -3, written out by hand:
// (dz^T B dz + dY^2/3)/Y^2 with dz = dx + c dY, dY = -2 y^-3 dy.
const shear = [0.4, -0.2];
const horizontal = [
  [2, 0.5],
  [0.5, 1],
];
modelSpaceLaws('a sheared half-space of dimension 3', {
  space: halfSpace({
    horizontal,
    lines: [evenLine(1), evenLine(1)],
    height: (y) => y ** -2,
    heightDensity: (y) => -2 * y ** -3,
    vertical: (Y) => Y ** (-1 / 2),
    shear,
    curvature: -3,
  }),
  metric: ([, , y]) => {
    const [Y, dY] = [y ** -2, -2 * y ** -3];
    const rows = [
      [1, 0, shear[0] * dY],
      [0, 1, shear[1] * dY],
    ];
    return [0, 1, 2].map((i) =>
      [0, 1, 2].map((j) => {
        let sum = i === 2 && j === 2 ? dY ** 2 / 3 : 0;
        for (const a of [0, 1]) for (const b of [0, 1]) sum += rows[a][i] * horizontal[a][b] * rows[b][j];
        return sum / Y ** 2;
      }),
    );
  },
  points: fc.tuple(within(-1, 1), within(-1, 1), within(0.5, 1.5)).map((point) => [...point]),
});

describe('in the normal family', () => {
  it('distances are those of the ledger of geodesics: 1.862460 and sqrt(2), the midpoint on an ellipse', () => {
    // sqrt(2) arcosh(2), sqrt(2) log(e), (mu - 1)^2/2 + sigma^2 = 3/2: by hand in the half-plane u = mu/sqrt(2).
    expect(normal.distance([0, 1], [2, 1])).toBeCloseTo(Math.SQRT2 * Math.acosh(2), 14);
    expect(normal.distance([0, 1], [0, Math.E])).toBeCloseTo(Math.SQRT2, 14);
    expect(normal.between([0, 1], [2, 1], 0.5)[1]).toBeCloseTo(Math.sqrt(3 / 2), 14);
  });

  it('a small distance keeps its digits, which arcosh(1 + x) would lose', () => {
    expect(normal.distance([0, 1], [1e-9, 1]) / 1e-9).toBeCloseTo(1, 12);
  });
});

it('a geodesic leaves where the horizontal line of its chart ends', () => {
  // Inverse Gaussian: (lambda/mu^3) d mu^2 + d lambda^2/(2 lambda^2), whose line in mu has arc length -2/sqrt(mu) < 0.
  const space = halfSpace({
    horizontal: [[1]],
    lines: [powerLine(1, -3 / 2)],
    height: (y) => y ** (-1 / 2),
    heightDensity: (y) => -(y ** (-3 / 2)) / 2,
    vertical: (Y) => Y ** -2,
    shear: [0],
    curvature: -1 / 2,
  });
  expect(space.along([1, 1], [1, -1], 0.5)).not.toBeNull();
  expect(space.along([1, 1], [1, -1], 10)).toBeNull();
  expect(space.along([1, 1], [1, 0], 10)).not.toBeNull(); // its half-circle comes down before
});
