import { by, engine, equation, experiment, start, statement, theoremOf } from 'fisher-rao';
import { adam, categoricalHead, dataSet, denseNetwork, parameterCount, randomSource, train } from 'fisher-rao/network';
import { noise } from '../networks.ts';
import { evenly } from '../numbers.ts';
import {
  differentiableLoss,
  gradientOfTheMean,
  meanOfSublosses,
  meanOfTheGradients,
} from './t-1.3.2-mean-of-sublosses.ts';

const samples = dataSet({
  name: 'eight points',
  count: 8,
  features: 2,
  classes: 2,
  inputs: Float64Array.from(evenly(16), (k) => 2 * noise(3, k)),
  labels: Uint8Array.from([0, 1, 0, 1, 1, 0, 1, 1]),
});

/** The parameters after two epochs of training on batches of this size, in an order that the seed makes. */
async function trained(batch: number, seed: number): Promise<readonly number[]> {
  const network = denseNetwork([2, 3, 2]);
  const theta = Float64Array.from(evenly(parameterCount(network)), (k) => noise(5, k));
  const training = {
    model: { network, head: categoricalHead() },
    theta,
    data: samples,
    optimiser: adam(0.05),
    batch,
    epochs: 2,
    random: randomSource(seed),
    dtype: 'float64',
  } as const;
  return Array.from((await train(training, engine.referenceEngine)).theta);
}

const apart = async (batch: number): Promise<number> => {
  const [one, other] = [await trained(batch, 1), await trained(batch, 2)];
  return Math.max(...one.map((value, k) => Math.abs(value - other[k])));
};

export const stochasticDescentOfAllData = experiment({
  label: 'T-3.1.1',
  title:
    'stochastic gradient descent with the loss of all data (as printed): its steps are random, so that two orders of the data lead to two results',
  claim: '1e-6 <= the distance of the parameters after training in two orders, with all 8 data in each step',
  expected: 'refuted',
  relation: 'atMost',
  certain: 5e-7,
  tolerance: 1e-9,
  instances: [{ batch: 8 }],
  evaluate: async ({ batch }) => ({ left: 1e-6, right: await apart(batch) }),
});

export const gradientDescentOfAllData = statement({
  label: 'T-3.1.1/repaired',
  title:
    'with all data it is gradient descent: the gradient of the loss of all data is the mean of theirs, in whatever order, for any number of data',
  given: differentiableLoss,
  claim: equation(gradientOfTheMean, meanOfTheGradients),
  expected: 'proved',
  proof: () => start(gradientOfTheMean).equals(meanOfTheGradients, by.theorem(theoremOf(meanOfSublosses))),
});

export const stochasticDescentOfBatches = experiment({
  label: 'T-3.1.1/mini-batches',
  title: 'those of mini-batches are',
  claim: '1e-3 <= the distance of the parameters after training in two orders, with 1, 2 or 4 of 8 data in each step',
  expected: 'supported',
  relation: 'atMost',
  instances: [{ batch: 1 }, { batch: 2 }, { batch: 4 }],
  evaluate: async ({ batch }) => ({ left: 1e-3, right: await apart(batch) }),
});
