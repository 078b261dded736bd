import { experiment } from 'fisher-rao';
import { categoricalHead } from 'fisher-rao/network';
import { lossOf, randomSetting } from '../networks.ts';
import { evenly } from '../numbers.ts';

export const classProbabilities = experiment({
  label: 'A-0',
  title: 'a network encodes q(y | x): exp(-loss) of its classes are positive and sum to one, at every input',
  claim: 'the sum over classes y of exp(-l(x, y)) = 1, and the least of them is positive',
  expected: 'supported',
  draw: (seed) => ({ seed, classes: 2 + (seed % 5) }),
  cases: 8,
  evaluate: async ({ seed, classes }) => {
    const setting = randomSetting(seed, [3, 4, classes], 1, categoricalHead());
    const probabilities: number[] = [];
    for (const label of evenly(classes)) {
      const target = evenly(classes).map((y) => (y === label ? 1 : 0));
      probabilities.push(Math.exp(-(await lossOf(setting, target))));
    }
    return { left: [probabilities.reduce((a, b) => a + b, 0), Math.sign(Math.min(...probabilities))], right: [1, 1] };
  },
});
