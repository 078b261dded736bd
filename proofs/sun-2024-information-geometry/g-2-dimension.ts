import {
  by,
  declare,
  engine,
  equation,
  experiment,
  type Natural,
  next,
  start,
  statement,
  type Term,
  term,
} from 'fisher-rao';
import { fisherImmersion, fisherSpectrum } from 'fisher-rao/methods';
import { type Activation, denseNetwork, normalHead, parameterCount } from 'fisher-rao/network';
import { noise, pointOf } from '../networks.ts';
import { evenly } from '../numbers.ts';

const { add, multiply, sum, sumUpTo } = term;

/** The neurons N_l of layer l, and their number. */
const neurons = declare.spaces('N');
const [L, l] = [declare.natural('L'), declare.natural('l')];
const to = (layer: Natural) => declare.point('u', neurons(next(layer)));
const from = (layer: Natural) => declare.point('v', neurons(layer));
const width = (layer: Natural): Term => sum(from(layer), 1);
const nextWidth = (layer: Natural): Term => sum(to(layer), 1);

/** A weight for each pair of neurons of two layers, and a bias for each neuron of the second. */
const weights = (layer: Natural): Term => sum(to(layer), sum(from(layer), 1));
const parameters = sumUpTo(l, L, add(weights(l), nextWidth(l)));
const formula = sumUpTo(l, L, multiply(nextWidth(l), add(width(l), 1)));

export const dimension = statement({
  label: 'G-2',
  title:
    'the architecture gives the number of parameters, weights and biases: sum_l n_(l+1) (n_l + 1), for any depth and widths',
  claim: equation(parameters, formula),
  expected: 'proved',
  proof: () => start(parameters).equals(formula, by.rearrangement),
});

export const dimensionOfNetworks = experiment({
  label: 'G-2/networks',
  title: 'so many has the library; 57 for two inputs, three hidden layers of four, one output',
  claim: 'the length of theta = sum_l n_(l+1) (n_l + 1)',
  expected: 'supported',
  instances: [{ widths: [2, 4, 4, 4, 1], count: 57 }],
  draw: (seed) => {
    const widths = evenly(2 + (seed % 4)).map((k) => 1 + ((seed * (k + 2)) % 7));
    return { widths, count: evenly(widths.length - 1).reduce((sum, k) => sum + widths[k + 1] * (widths[k] + 1), 0) };
  },
  evaluate: ({ widths, count }) => ({ left: parameterCount(denseNetwork(widths)), right: count }),
});

/** The rank of the Fisher matrix at 60 inputs. */
async function rankOf(activation: Activation, seed: number): Promise<number> {
  const network = denseNetwork([2, 3, 3, 1], activation);
  const theta = evenly(parameterCount(network)).map((k) => 1.5 * noise(seed, k));
  const inputs = evenly(60).map((k) => [2 * noise(seed + 7, 2 * k), 2 * noise(seed + 7, 2 * k + 1)]);
  const point = pointOf({ network, head: normalHead(), theta, inputs });
  const immersion = await fisherImmersion(point, engine.referenceEngine);
  const { rank } = await fisherSpectrum(immersion);
  await immersion.dispose();
  return rank;
}

export const dimensionOfTheManifold = experiment({
  label: 'G-2/rank',
  title:
    'the dimension of the manifold is the rank of the metric: all 25 parameters of a 2-3-3-1 tanh network, at most 25 - 6 of a ReLU network, one less for each hidden unit',
  claim: '25 <= rank for tanh; rank <= 19 for ReLU',
  expected: 'supported',
  relation: 'atMost',
  instances: [{ seed: 1 }, { seed: 2 }, { seed: 4 }],
  evaluate: async ({ seed }) => ({ left: [25, await rankOf('relu', seed)], right: [await rankOf('tanh', seed), 19] }),
});
