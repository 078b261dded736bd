/** Theorem 11: a lower bound of the spectrum of the second estimator. */
import { by, equation, experiment, inequality, start, statement, term, theoremOf } from 'fisher-rao';
import { symmetricEigenvalues } from 'fisher-rao/methods';
import { a, bend, bentOutputs, i, j, pulledBack } from './exponential-outputs.ts';
import { total } from './lists.ts';
import { deviations, drawnLabels, estimatesAt } from './network-samples.ts';
import { analysed, drawNetwork, type NetworkCase } from './networks.ts';
import {
  absoluteDeviation,
  bendAlong,
  form,
  length,
  m,
  secondEstimate,
  spectralRadius,
  v,
  ρ,
} from './quadratic-forms.ts';
import { sampleOfLabels, Δ } from './samples-of-labels.ts';
import { secondEstimator } from './v-8-second-estimator.ts';
import { informationIsSemidefinite } from './v-psd-semidefinite.ts';

const { add, fraction, multiply, negate, subtract, sum } = term;

const noise = sum(a, multiply(Δ(a), bendAlong(a)));
const information = form(pulledBack(i, j));

export const secondEstimateAlong = statement({
  label: 'V-T11/form',
  title: 'v^T I_2 v = sum_a Δ_a v^T ∂²h_a v + v^T I v, for any vector v',
  given: [...bentOutputs, ...sampleOfLabels(2)],
  claim: equation(form(secondEstimate), add(noise, information)),
  expected: 'proved',
  proof: () => {
    const each = multiply(v(i), v(j), Δ(a), bend(i, j, a));
    return start(form(secondEstimate))
      .equals(form(secondEstimator.claim.right), by.theorem(theoremOf(secondEstimator)))
      .equals(add(sum(i, sum(j, sum(a, each))), information), by.linearity)
      .equals(add(sum(a, sum(i, sum(j, each))), information), by.interchange)
      .equals(add(noise, information), by.linearity);
  },
});

const given = [...bentOutputs, ...sampleOfLabels(2), ...spectralRadius, ...absoluteDeviation];
const bound = negate(multiply(sum(a, multiply(ρ(a), m(a))), length));

export const boundOfTheNoise = statement({
  label: 'V-T11/noise',
  title: '-sum_a ρ_a |Δ_a| |v|^2 <= sum_a Δ_a v^T ∂²h_a v',
  given,
  claim: inequality(bound, noise),
  expected: 'proved',
  proof: () => {
    const upper = multiply(subtract(m(a), Δ(a)), subtract(multiply(ρ(a), length), bendAlong(a)));
    const lower = multiply(subtract(Δ(a), negate(m(a))), subtract(bendAlong(a), negate(multiply(ρ(a), length))));
    return start(bound).atMost(
      noise,
      by.difference(multiply(fraction(1, 2), sum(a, add(upper, lower)))),
      by.linearity,
      ...[...spectralRadius, ...absoluteDeviation].map(by.assumption),
    );
  },
});

export const theoremEleven = statement({
  label: 'V-T11',
  title:
    'Theorem 11: -sum_a ρ(∂²h_a) |η_a - mean t_a| |v|^2 <= v^T I_2 v for any vector v: any sample, any number of outputs, any network and any exponential family',
  given,
  claim: inequality(bound, form(secondEstimate)),
  expected: 'proved',
  proof: () =>
    start(bound)
      .atMost(noise, by.theorem(theoremOf(boundOfTheNoise)))
      .atMost(
        add(noise, information),
        by.difference(subtract(information, 0)),
        by.theorem(theoremOf(informationIsSemidefinite)),
      )
      .equals(form(secondEstimate), by.theorem(theoremOf(secondEstimateAlong))),
});

/** The smallest eigenvalue of I_2 at drawn labels, and ρ(∂²h_a) |η_a - mean t_a| for each output. */
async function spectrum(
  network: NetworkCase,
  draws: number,
): Promise<{ readonly smallest: number; readonly terms: readonly number[] }> {
  const [at] = await analysed(network);
  const labels = drawnLabels(network, at, draws);
  const { second } = await estimatesAt(network, labels);
  const away = deviations(at, labels);
  const radius = (matrix: Float64Array): number =>
    Math.max(...symmetricEigenvalues(matrix, at.parameters).map(Math.abs));
  return {
    smallest: symmetricEigenvalues(second, at.parameters)[0],
    terms: at.curvature.map((matrix, output) => radius(matrix) * Math.abs(away[output])),
  };
}

export const theoremElevenOnNetworks = experiment({
  label: 'V-T11/networks',
  title: 'on random networks at one to eight drawn labels, summed over outputs',
  claim: '-sum_a ρ(∂²h_a) |η_a - mean t_a| <= λ_min(I_2)',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => ({ network: drawNetwork(seed), draws: 1 + (seed % 8) }),
  cases: 120,
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
