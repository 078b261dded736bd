import { calculation, experiment } from 'fisher-rao';

export const sphere = calculation({
  label: 'T-2.2.M1',
  title: 'the sphere of radius r is curved: its scalar curvature is 2/r^2',
  metric: {
    coordinates: { theta: 'real', phi: 'real' },
    entries: [
      ['r^2', '0'],
      ['0', 'r^2*sin(theta)^2'],
    ],
  },
  symbols: { r: 'positive' },
  claim: 'scalar = 2/r^2',
  expected: 'proved',
});

export const octant = experiment({
  label: 'T-2.2.M1/octant',
  title: 'the angles of an octant sum to 270 degrees, the excess is its area',
  claim: 'sum of angles - pi = area = pi/2 on the unit sphere',
  expected: 'supported',
  instances: [
    {
      corners: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    },
  ],
  evaluate: ({ corners }) => {
    const angles = corners.map((corner, k) => angleAt(corner, corners[(k + 1) % 3], corners[(k + 2) % 3]));
    const excess = angles.reduce((sum, angle) => sum + angle, 0) - Math.PI;
    return { left: [excess, excess], right: [(4 * Math.PI) / 8, Math.PI / 2] };
  },
});

/** The angle at `a` between great circles to `b` and `c`. */
function angleAt(a: readonly number[], b: readonly number[], c: readonly number[]): number {
  const dot = (u: readonly number[], v: readonly number[]): number =>
    u.reduce((sum, value, k) => sum + value * v[k], 0);
  const tangent = (v: readonly number[]): number[] => v.map((value, k) => value - dot(a, v) * a[k]);
  const [u, v] = [tangent(b), tangent(c)];
  return Math.acos(dot(u, v) / Math.sqrt(dot(u, u) * dot(v, v)));
}
