import { calculation, experiment } from 'fisher-rao';
import { matrixOf } from '../networks.ts';
import { smallNetwork } from './small-network.ts';

/** The root of the determinant of J^T J at the inputs 1 and 2. */
const volume = async (theta: readonly number[], matrix?: readonly (readonly number[])[]): Promise<number> => {
  const [[a, b], [c, d]] = await matrixOf(await smallNetwork(theta, [1, 2], matrix));
  return Math.sqrt(Math.max(0, a * d - b * c));
};

export const volumeOfNetworks = experiment({
  label: 'G-5',
  title:
    'the Riemannian volume element of a network is an invariant volume (as printed): positive at every parameter of v tanh(u x)',
  claim: '1e-6 <= sqrt(det F), at the inputs 1 and 2',
  expected: 'refuted',
  relation: 'atMost',
  certain: 5e-7,
  tolerance: 1e-9,
  instances: [{ theta: [1, 1] }, { theta: [0, 1] }],
  evaluate: async ({ theta }) => ({ left: 1e-6, right: await volume(theta) }),
});

export const volumeValues = experiment({
  label: 'G-5/values',
  title: 'at (u, v) = (1, 1) it is 0.14863 for the mean over the two inputs, and zero where u or v is zero',
  claim:
    'sqrt(det F)/2 = 0.14863, 0, 0, 0 at (1, 1), (0, 1), (1, 0), (0, 0); in coordinates A^(-1) theta it is |det A| times that',
  expected: 'supported',
  tolerance: 1e-5,
  certain: 1e-3,
  instances: [
    {
      matrix: [
        [2, 1],
        [0.5, -1],
      ],
    },
  ],
  evaluate: async ({ matrix: [[a, b], [c, d]] }) => {
    const points = [
      [1, 1],
      [0, 1],
      [1, 0],
      [0, 0],
    ];
    const values = await Promise.all(points.map((theta) => volume(theta)));
    const determinant = a * d - b * c;
    const moved = [(d - b) / determinant, (a - c) / determinant]; // A^(-1) (1, 1)
    return {
      left: [
        ...values.map((value) => value / 2),
        await volume(moved, [
          [a, b],
          [c, d],
        ]),
      ],
      right: [0.14863, 0, 0, 0, Math.abs(determinant) * values[0]],
    };
  },
});

export const invarianceOfVolume = calculation({
  label: 'G-5/repaired',
  title: 'where the metric is not singular, det G transforms by the square of the Jacobian determinant',
  symbols: { a: 'real', b: 'real', e: 'real', j11: 'real', j12: 'real', j21: 'real', j22: 'real' },
  definitions: {
    g11: 'a*j11^2 + 2*b*j11*j21 + e*j21^2',
    g12: 'a*j11*j12 + b*(j11*j22 + j21*j12) + e*j21*j22',
    g22: 'a*j12^2 + 2*b*j12*j22 + e*j22^2',
  },
  claim: 'g11*g22 - g12^2 = (j11*j22 - j12*j21)^2*(a*e - b^2)',
  expected: 'proved',
});
