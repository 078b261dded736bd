import { by, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { categoricalHead } from 'fisher-rao/network';
import { lossOf, randomSetting } from '../networks.ts';
import { evenly } from '../numbers.ts';
import { a, p, smoothOutputs } from '../sauter-2023-fisher-information/general-softmax.ts';
import { softmaxIsNormalised } from '../sauter-2023-fisher-information/t-1.2.3-softmax-is-normalised.ts';

const { sum } = term;

export const classProbabilities = statement({
  label: 'A-0',
  title:
    'a network encodes q(y | x): the softmax of any number of outputs is a probability of the classes, at every input',
  given: smoothOutputs,
  claim: equation(sum(a, p(a)), 1),
  expected: 'proved',
  proof: () => start(sum(a, p(a))).equals(1, by.theorem(theoremOf(softmaxIsNormalised))),
});

export const classProbabilitiesOfLosses = experiment({
  label: 'A-0/losses',
  title: 'they are exp(-loss) of the classes of a network: these are positive and sum to one',
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
