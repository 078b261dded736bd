import { assume, by, experiment, inequality, start, statement, term, theoremOf } from 'fisher-rao';
import { constant, withFourthMoments } from './exponential-outputs.ts';
import { frobenius } from './network-estimates.ts';
import { layerBlocks } from './network-layers.ts';
import { covarianceNorm, factors } from './network-norms.ts';
import { analysed, drawNetwork } from './networks.ts';
import { eighthPowerOfSlopes, squaredMoments } from './slots.ts';
import { theoremSeven } from './v-t7-bound-of-the-first-covariance.ts';

const { multiply, subtract } = term;

export const regularisation = experiment({
  label: 'V-D4',
  title:
    'regularising the weights suffices to bound the variance of the first estimator (as printed): the weight 1 with normal labels, at inputs of any size',
  claim: '|Cov(I_1)| at the input 100 <= 10 |Cov(I_1)| at the input 1',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ ...drawNetwork(2, { hidden: [], outputs: 1 }), widths: [1, 1], theta: [1, 0], inputs: [[100], [1]] }],
  evaluate: async (network) => {
    const [far, near] = (await analysed(network)).map((at) => covarianceNorm(at, 'first'));
    return { left: far, right: 10 * near };
  },
});

const [G, V] = ['G', 'V'].map(constant);
const boundedSlopes = assume.inequality(
  '|J|^8 <= G, as V-L14 gives it from weights and inputs',
  eighthPowerOfSlopes,
  G(),
);
const boundedMoments = assume.inequality('|K - I ⊗ I|^2 <= V', squaredMoments, V());

export const regularisationWithBoundedMoments = statement({
  label: 'V-D4/repaired',
  title:
    'with bounded inputs as well, so that V-L14 bounds the slopes by the weights, and bounded moments it does: |Cov(I_1)|^2 <= G V for any network and any exponential family',
  given: [...withFourthMoments, assume.nonnegative(G), boundedSlopes, boundedMoments],
  claim: inequality(theoremSeven.claim.left, multiply(G(), V())),
  expected: 'proved',
  proof: () =>
    start(theoremSeven.claim.left)
      .atMost(theoremSeven.claim.right, by.theorem(theoremOf(theoremSeven)))
      .atMost(
        multiply(G(), squaredMoments),
        by.difference(multiply(subtract(G(), eighthPowerOfSlopes), squaredMoments)),
        by.assumption(boundedSlopes),
      )
      .atMost(
        multiply(G(), V()),
        by.difference(multiply(G(), subtract(V(), squaredMoments))),
        by.assumption(boundedMoments),
      ),
});

export const boundByTheWeights = experiment({
  label: 'V-D4/networks',
  title:
    'random networks: the bound of Theorem 7 with the slopes of each layer replaced by its weights and inputs as in Lemma 14',
  claim: '|Cov(I_1)| <= (sum_l b_l^2)^2 |K - I ⊗ I|, b_l = prod_(i > l) |W_i| |h_l|, times sqrt(n_L) for l = L - 1',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed + (Math.floor(seed / 4) % 5 === 3 ? 4 : 0)),
  cases: 100,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const layers = await layerBlocks(network);
    const squares = layers.map(({ input }, layer) => {
      const above = layers.slice(layer + 1).map(({ weights }) => frobenius(weights) ** 2);
      const outputs = layer === layers.length - 1 ? at.outputs : 1;
      return outputs * above.reduce((product, value) => product * value, 1) * frobenius(input) ** 2;
    });
    const slopes = squares.reduce((sum, value) => sum + value, 0);
    return { left: covarianceNorm(at, 'first'), right: slopes ** 2 * factors(at).moment };
  },
});
