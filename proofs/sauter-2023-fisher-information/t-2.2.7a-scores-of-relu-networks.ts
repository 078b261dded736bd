import { assume, by, declare, engine, equation, experiment, start, statement, term } from 'fisher-rao';
import { fisherImmersion, fisherSpectrum } from 'fisher-rao/methods';
import { denseNetwork, denseParameterCount, normalHead } from 'fisher-rao/network';
import { noise, pointOf } from '../networks.ts';
import { evenly } from '../numbers.ts';

const { derivative, multiply, negate } = term;

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

/** The weights u_i into a ReLU unit, its bias among them, and v_o out of it; a coordinate s along which they move by (u, -v). */
const [into, out] = [declare.space('I'), declare.space('O')];
const [i, j] = ['i', 'j'].map((name) => declare.point(name, into));
const [o, q] = ['o', 'q'].map((name) => declare.point(name, out));
const along = declare.coordinates('s', [])();
const [u, v] = [declare.function('u', [i]), declare.function('v', [o])];
const grows = assume.equation('u moves by u', derivative(along, u(i)), u(i));
const shrinks = assume.equation('v moves by -v', derivative(along, v(o)), negate(v(o)));
/** The log-likelihood of a network, which depends on these weights through their products alone. */
const ofProducts = declare.realFunction('ℓ', [out, into]);
const logLikelihood = declare.definition('L', [], ofProducts(q, j, multiply(v(q), u(j))));

export const rescaling = statement({
  label: 'T-2.2.7a/repaired',
  title:
    'they are dependent at every parameter: a network with a ReLU unit depends on the weights u_i into it, its bias among them, and v_o out of it through their products alone, so that along (u, -v) the score, sum_i u_i dl/du_i - sum_o v_o dl/dv_o, is zero; for any widths',
  given: [assume.differentiable(u), assume.differentiable(v), assume.differentiable(ofProducts), grows, shrinks],
  claim: equation(derivative(along, logLikelihood()), 0),
  expected: 'proved',
  proof: () =>
    start(derivative(along, logLikelihood())).equals(
      0,
      by.definition(logLikelihood),
      by.chainRule,
      by.differentiation,
      by.assumption(grows),
      by.assumption(shrinks),
      by.linearity,
    ),
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
