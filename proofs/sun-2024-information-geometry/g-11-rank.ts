/** G-11: the rank of the information matrix of a network, and where it drops. */
import { experiment } from 'fisher-rao';

export const rank = experiment({
  label: 'G-11',
  title: 'the metric is positive semidefinite and singular: the rank of v tanh(u x) at two inputs is 2, 1, 1, 0',
  claim: 'rank F = 2 at (1, 1), 1 at (1, 0) and (0, 1), 0 at (0, 0), and never more than min(d, M n_L)',
  expected: 'supported',
  instances: [
    { u: 1, v: 1, inputs: [1, 2], rank: 2 },
    { u: 1, v: 0, inputs: [1, 2], rank: 1 },
    { u: 0, v: 1, inputs: [1, 2], rank: 1 },
    { u: 0, v: 0, inputs: [1, 2], rank: 0 },
    { u: 1, v: 1, inputs: [1], rank: 1 },
  ],
  evaluate: ({ u, v, inputs, rank: expected }) => {
    const rows = inputs.map((x) => [(v * x) / Math.cosh(u * x) ** 2, Math.tanh(u * x)]);
    const dot = (i: number, j: number): number => rows.reduce((sum, row) => sum + row[i] * row[j], 0);
    const [a, b, e] = [dot(0, 0), dot(0, 1), dot(1, 1)];
    const root = Math.sqrt((a - e) ** 2 + 4 * b ** 2);
    const eigenvalues = [(a + e + root) / 2, (a + e - root) / 2];
    return { left: eigenvalues.filter((value) => value > 1e-12).length, right: expected };
  },
});
