import { experiment } from 'fisher-rao';
import { binomialMass, bits, probability, sum } from './coins-and-boards.ts';

export const numberOfHeads = experiment({
  label: 'T-2.1.C1',
  title: 'the number of heads is binomial, and (1, 1, 0, 1, 0) has three',
  claim: 'the probability of y heads, summed over records = C(n, y) theta^y (1 - theta)^(n - y)',
  expected: 'supported',
  draw: (seed) => ({ n: 1 + (seed % 6), theta: 0.05 + (seed % 9) / 10 }),
  evaluate: ({ n, theta }) => {
    const counts = Array.from({ length: n + 1 }, (_, y) => y);
    const summed = counts.map((y) =>
      sum(
        bits(n)
          .filter((x) => sum(x) === y)
          .map((x) => probability(x, theta)),
      ),
    );
    return { left: [...summed, sum([1, 1, 0, 1, 0])], right: [...counts.map((y) => binomialMass(n, y, theta)), 3] };
  },
});
