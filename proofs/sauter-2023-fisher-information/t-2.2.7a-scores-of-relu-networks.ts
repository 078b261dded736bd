import { calculation, engine, experiment } from 'fisher-rao';
import { fisherImmersion, fisherSpectrum } from 'fisher-rao/methods';
import { denseNetwork, denseParameterCount, normalHead } from 'fisher-rao/network';
import { noise, pointOf } from '../networks.ts';
import { evenly } from '../numbers.ts';

const rankOf = async (activation: 'relu' | 'tanh', seed: number): Promise<number> => {
  const network = denseNetwork([2, 4, 4, 4, 1], activation);
  const theta = evenly(denseParameterCount(network)).map((k) => 1.5 * noise(seed, k));
  const inputs = evenly(120).map((k) => [2 * noise(seed + 7, 2 * k), 2 * noise(seed + 7, 2 * k + 1)]);
  const immersion = await fisherImmersion(
    pointOf({ network, head: normalHead(), theta, inputs }),
    engine.referenceEngine,
  );
  const { rank } = await fisherSpectrum(immersion);
  await immersion.dispose();
  return rank;
};

export const scoresOfReluNetworks = experiment({
  label: 'T-2.2.7a',
  title: 'the scores of a network are independent (as printed): the ReLU network of fig. 1.2 at 120 inputs',
  claim: 'the information has the rank 57, the number of parameters',
  expected: 'refuted',
  instances: [{ seed: 1 }, { seed: 2 }, { seed: 3 }],
  evaluate: async ({ seed }) => ({ left: await rankOf('relu', seed), right: 57 }),
});

export const rescaling = calculation({
  label: 'T-2.2.7a/repaired',
  title:
    'they are dependent at every parameter: a network with a ReLU unit depends on its weights u1, u2, bias b and outgoing weights v, w through products alone, so that u dh/du + b dh/db - v dh/dv - w dh/dw = 0',
  symbols: { u1: 'real', u2: 'real', b: 'real', v: 'real', w: 'real' },
  functions: ['h'],
  definitions: { output: 'h(v*u1, v*u2, v*b, w*u1, w*u2, w*b)' },
  claim: 'u1*D(output, u1) + u2*D(output, u2) + b*D(output, b) - v*D(output, v) - w*D(output, w) = 0',
  expected: 'proved',
});

export const rankOfReluNetworks = experiment({
  label: 'T-2.2.7a/rank',
  title: 'the rank is at most 57 - 12, a symmetry for each hidden unit; for tanh it is 57',
  claim: 'rank F <= 45 for ReLU, 57 <= rank F for tanh',
  expected: 'supported',
  relation: 'atMost',
  instances: [{ seed: 1 }, { seed: 2 }, { seed: 3 }],
  evaluate: async ({ seed }) => ({ left: [await rankOf('relu', seed), 57], right: [45, await rankOf('tanh', seed)] }),
});
