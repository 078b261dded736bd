import { experiment } from 'fisher-rao';
import { evenly, integral } from '../numbers.ts';

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

const heads = (n: number, y: number, theta: number): number => choose(n, y) * theta ** y * (1 - theta) ** (n - y);

export const likelihood = experiment({
  label: 'T-2.1.L',
  title:
    'one function of y and theta: as a density of y it sums to one, as the likelihood of theta its integral is another number',
  claim: 'sum over y of f(y | theta) = 1 for every theta; integral over theta of f(y | theta) = 1/(n + 1) for every y',
  expected: 'supported',
  draw: (seed) => ({ n: 1 + (seed % 7), theta: 0.05 + (seed % 9) / 10 }),
  evaluate: ({ n, theta }) => ({
    left: [
      evenly(n + 1).reduce((sum, y) => sum + heads(n, y, theta), 0),
      ...evenly(n + 1).map((y) => integral((t) => heads(n, y, t), 0, 1)),
    ],
    right: [1, ...evenly(n + 1).map(() => 1 / (n + 1))],
  }),
});
