/** Theorem 11: a lower bound of the spectrum of the second estimator. */
import { experiment } from 'fisher-rao';
import { symmetricEigenvalues } from 'fisher-rao/methods';
import { total } from './lists.ts';
import { deviations, drawnLabels, estimatesAt } from './network-samples.ts';
import { analysed, drawNetwork, type NetworkCase } from './networks.ts';

/** The smallest eigenvalue of I_2 at drawn labels, and ρ(∂²h_a) |η_a - mean t_a| for each output. */
async function spectrum(
  network: NetworkCase,
  draws: number,
): Promise<{ readonly smallest: number; readonly terms: readonly number[] }> {
  const [at] = await analysed(network);
  const labels = drawnLabels(network, at, draws);
  const { second } = await estimatesAt(network, labels);
  const deviation = deviations(at, labels);
  const radius = (matrix: Float64Array): number =>
    Math.max(...symmetricEigenvalues(matrix, at.parameters).map(Math.abs));
  return {
    smallest: symmetricEigenvalues(second, at.parameters)[0],
    terms: at.curvature.map((matrix, a) => radius(matrix) * Math.abs(deviation[a])),
  };
}

export const theoremEleven = experiment({
  label: 'V-T11',
  title: 'Theorem 11 on random networks at one to eight drawn labels, summed over outputs',
  claim: '-sum_a ρ(∂²h_a) |η_a - mean t_a| <= λ_min(I_2)',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => ({ network: drawNetwork(seed), draws: 1 + (seed % 8) }),
  cases: 200,
  evaluate: async ({ network, draws }) => {
    const { smallest, terms } = await spectrum(network as NetworkCase, draws);
    return { left: -total(terms), right: smallest };
  },
});

export const theoremElevenForOneOutput = experiment({
  label: 'V-T11/without-the-sum',
  title: 'without the sum, for any output a alone, it fails',
  claim: '-ρ(∂²h_a) |η_a - mean t_a| <= λ_min(I_2) for all a',
  expected: 'refuted',
  relation: 'atMost',
  draw: (seed) => ({ network: drawNetwork(seed, { hidden: [3], outputs: 2 }), draws: 4 }),
  cases: 20,
  evaluate: async ({ network, draws }) => {
    const { smallest, terms } = await spectrum(network as NetworkCase, draws);
    return { left: terms.map((term) => -term), right: terms.map(() => smallest) };
  },
});

/** At the parameter 0 the slopes of a network vanish along all parameters but the last bias. */
const atZero = [2, 3, 4].map((seed) => {
  const network = drawNetwork(seed, { hidden: [2], outputs: 1 });
  return { network: { ...network, activation: 'tanh', theta: network.theta.map(() => 0) }, draws: 3 };
});

export const tightness = experiment({
  label: 'V-T11/tight',
  title:
    'it is an equality for one output with all parameters 0, where J vanishes along the bends: no factor can be gained',
  claim: 'λ_min(I_2) = -ρ(∂²h) |η - mean t|',
  expected: 'supported',
  tolerance: 1e-10,
  instances: atZero,
  evaluate: async ({ network, draws }) => {
    const { smallest, terms } = await spectrum(network as NetworkCase, draws);
    return { left: smallest, right: -total(terms) };
  },
});
