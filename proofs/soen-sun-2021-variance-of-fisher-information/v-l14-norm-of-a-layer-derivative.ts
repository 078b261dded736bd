/** Lemma 14: the Frobenius norm of the derivative of the outputs in the weights of a layer. */
import {
  by,
  equation,
  experiment,
  induction,
  inequality,
  type Natural,
  next,
  plus,
  start,
  statement,
  term,
  theoremOf,
} from 'fisher-rao';
import { B, D, fixedInput, h, k, l, neuron, smoothLayers, W, weights } from './dense-layers.ts';
import {
  derivativeNorm,
  i,
  inputNorm,
  j,
  jacobianNorm,
  output,
  productOfNorms,
  slopedJacobian,
  slopes,
  smallSlopes,
  top,
  weightNorm,
} from './layer-norms.ts';
import { frobenius } from './network-estimates.ts';
import { boundedSlopes, drawLayers, layerBlocks, productsAbove } from './network-layers.ts';
import { drawNetwork, type NetworkCase } from './networks.ts';
import { lemmaThirteen } from './v-l13-derivative-in-a-layer.ts';

const { fraction, multiply, square, subtract, sum } = term;

/** Σ_ai (D_a Σ_m W_am B_mi)^2, and what is at least that. */
function step(above: Natural | number) {
  const layer = top(above);
  const a = neuron('a', next(layer));
  const [m, o] = [neuron('m', layer), neuron('o', layer)];
  const inner = sum(m, multiply(W(layer, a, m), B(above, next(l), m, i)));
  const minor = subtract(
    multiply(W(layer, a, m), B(above, next(l), o, i)),
    multiply(W(layer, a, o), B(above, next(l), m, i)),
  );
  return {
    layer,
    a,
    withSlopes: sum(a, sum(i, square(multiply(D(layer, a), inner)))),
    withoutSlopes: sum(a, sum(i, square(inner))),
    slopesMissing: sum(a, sum(i, multiply(subtract(1, square(D(layer, a))), square(inner)))),
    weights: sum(a, sum(m, square(W(layer, a, m)))),
    minors: sum(a, sum(i, multiply(fraction(1, 2), sum(m, sum(o, square(minor)))))),
  };
}

export const normOfTheJacobian = statement({
  label: 'V-L14/jacobian',
  title:
    '|B_{l+1}|^2 <= |W_{l+1}|^2 ... |W_{L-1}|^2 for at least one layer above: any depth, widths and slopes of at most 1',
  given: slopes,
  claim: inequality(jacobianNorm(next(k)), productOfNorms(next(k))),
  expected: 'proved',
  proof: () => {
    const [first, more] = [step(0), step(next(k))];
    return induction(
      k,
      start(jacobianNorm(1))
        .equals(first.withSlopes, by.definition(B))
        .atMost(first.withoutSlopes, by.difference(first.slopesMissing), by.linearity, by.assumption(smallSlopes))
        .equals(sum(first.a, sum(i, square(W(first.layer, first.a, i)))), by.definition(B), by.delta)
        .equals(productOfNorms(1), by.lastTerm, by.definition(weightNorm)),
      start(jacobianNorm(next(next(k))))
        .equals(more.withSlopes, by.definition(B))
        .atMost(more.withoutSlopes, by.difference(more.slopesMissing), by.linearity, by.assumption(smallSlopes))
        .atMost(multiply(more.weights, jacobianNorm(next(k))), by.difference(more.minors), by.rearrangement)
        .atMost(
          multiply(more.weights, productOfNorms(next(k))),
          by.difference(multiply(more.weights, subtract(productOfNorms(next(k)), jacobianNorm(next(k))))),
          by.inductionHypothesis,
        )
        .equals(productOfNorms(next(next(k))), by.lastTerm, by.definition(weightNorm)),
    );
  },
});

const squares = (above: Natural | number) => sum(output(above), sum(i, square(slopedJacobian(above))));

export const normOfTheDerivative = statement({
  label: 'V-L14/equality',
  title: '|∂h_L/∂W_l|^2 = |B_{l+1} D_l|^2 |h_l|^2, for every layer; with an entry 1 in h_l for the bias',
  given: [...smoothLayers, fixedInput, ...weights],
  claim: equation(derivativeNorm(k), multiply(squares(k), inputNorm)),
  expected: 'proved',
  proof: () =>
    start(derivativeNorm(k))
      .equals(
        sum(output(k), sum(i, sum(j, square(multiply(slopedJacobian(k), h(l, j)))))),
        by.theorem(theoremOf(lemmaThirteen)),
      )
      .equals(multiply(squares(k), inputNorm), by.linearity),
});

const given = [...smoothLayers, fixedInput, ...weights, smallSlopes];

export const lemmaFourteenForHiddenLayers = statement({
  label: 'V-L14/hidden-layers',
  title:
    'for l <= L - 2: |∂h_L/∂W_l|^2 <= |W_{l+1}|^2 ... |W_{L-1}|^2 |h_l|^2: any depth, any widths, slopes of at most 1',
  given,
  claim: inequality(derivativeNorm(next(k)), multiply(productOfNorms(next(k)), inputNorm)),
  expected: 'proved',
  proof: () => {
    const unsloped = multiply(subtract(1, square(D(l, i))), square(B(next(k), next(l), output(next(k)), i)));
    return start(derivativeNorm(next(k)))
      .equals(
        multiply(squares(next(k)), inputNorm),
        by.theorem(theoremOf(normOfTheDerivative), { naturals: { k: next(k) } }),
      )
      .atMost(
        multiply(jacobianNorm(next(k)), inputNorm),
        by.difference(multiply(sum(output(next(k)), sum(i, unsloped)), inputNorm)),
        by.linearity,
        by.assumption(smallSlopes),
      )
      .atMost(
        multiply(productOfNorms(next(k)), inputNorm),
        by.difference(multiply(subtract(productOfNorms(next(k)), jacobianNorm(next(k))), inputNorm)),
        by.theorem(theoremOf(normOfTheJacobian), { naturals: { k, l } }),
      );
  },
});

export const lemmaFourteenForTheOutput = statement({
  label: 'V-L14/repaired',
  title: 'for the output layer, l = L - 1: |∂h_L/∂W_l|^2 <= n_L |h_l|^2, with equality where the slopes are 1',
  given,
  claim: inequality(derivativeNorm(0), multiply(sum(output(0), 1), inputNorm)),
  expected: 'proved',
  proof: () =>
    start(derivativeNorm(0))
      .equals(
        multiply(squares(0), inputNorm),
        by.theorem(theoremOf(normOfTheDerivative), { naturals: { k: plus(0, 0) } }),
      )
      .equals(multiply(sum(i, square(D(l, i))), inputNorm), by.definition(B), by.delta)
      .atMost(
        multiply(sum(i, 1), inputNorm),
        by.difference(multiply(sum(i, subtract(1, square(D(l, i)))), inputNorm)),
        by.linearity,
        by.assumption(smallSlopes),
      )
      .equals(multiply(sum(output(0), 1), inputNorm)),
});

/** |∂h_L/∂W_l| by differentiating the network, and the product of norms above times |h_l|, for each layer. */
async function sides(
  network: NetworkCase,
): Promise<{ readonly left: readonly number[]; readonly right: readonly number[] }> {
  const layers = await layerBlocks(network);
  const left = layers.map(({ derivatives }) => frobenius(derivatives.map(frobenius)));
  return { left, right: productsAbove(layers, ({ weights }) => frobenius(weights)) };
}

export const lemmaFourteen = experiment({
  label: 'V-L14',
  title:
    'Lemma 14 (as printed) bounds |∂h_L/∂W_l| by the product of the norms of the weights above times |h_l| for the output layer too',
  claim: '|∂h_L/∂W_l| <= prod_(i > l) |W_i| |h_l| for l = L - 1',
  expected: 'refuted',
  relation: 'atMost',
  draw: (seed) => ({ ...drawNetwork(seed, { hidden: [3], outputs: 2 }), activation: 'tanh' as const }),
  cases: 5,
  evaluate: async (network) => {
    const { left, right } = await sides(network);
    return { left: left[left.length - 1], right: right[right.length - 1] };
  },
});

export const lemmaFourteenOnNetworks = experiment({
  label: 'V-L14/networks',
  title:
    'random networks of one to four layers, six activations: the bound for hidden layers and, with sqrt(n_L), for the last',
  claim: '|∂h_L/∂W_l| <= prod_(i > l) |W_i| |h_l|, times sqrt(n_L) for l = L - 1',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => drawLayers(seed, boundedSlopes),
  cases: 200,
  evaluate: async (network) => {
    const { left, right } = await sides(network);
    const outputs = network.widths[network.widths.length - 1];
    const last = right.length - 1;
    return { left, right: right.map((value, layer) => (layer === last ? value * Math.sqrt(outputs) : value)) };
  },
});

export const steeperActivations = experiment({
  label: 'V-L14/steeper',
  title: 'it needs slopes of at most 1: gelu has more, at pre-activation 1.4',
  claim: '|∂h_L/∂W_l| <= |W_1| |h_0| for a network 1-1-1 with gelu',
  expected: 'refuted',
  relation: 'atMost',
  instances: [
    {
      ...drawNetwork(2, { hidden: [1], outputs: 1 }),
      widths: [1, 1, 1],
      activation: 'gelu',
      theta: [1, 0, 1, 0],
      inputs: [[1.4]],
    },
  ],
  evaluate: async (network) => {
    const { left, right } = await sides(network as unknown as NetworkCase);
    return { left: left[0], right: right[0] };
  },
});
