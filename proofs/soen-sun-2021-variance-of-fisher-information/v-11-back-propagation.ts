import { assume, by, declare, equation, experiment, next, plus, start, statement, term, theoremOf } from 'fisher-rao';
import { B, D, k, l, neuron, sigma, W as weight } from './dense-layers.ts';
import { range, total } from './lists.ts';
import { jacobianFromLayer, layerBlocks } from './network-layers.ts';
import { centredMoments, drawnLabels } from './network-samples.ts';
import { analysed, drawNetwork } from './networks.ts';
import { backwards } from './v-l13-derivative-in-a-layer.ts';

const { multiply, sum } = term;

/** A matrix M on the outputs, layer L = l + 1 + k, such as the mean of (t - η)(t - η)^T over labels or the information. */
const last = next(plus(l, k));
const M = declare.function('M', [l, neuron('a', l), neuron('b', l)]);
const [a, b] = [neuron('a', last), neuron('b', last)];
const [i, j, m, o] = [neuron('i', l), neuron('j', l), neuron('m', next(l)), neuron('o', next(l))];

/** The matrix of the layer below: B^T M B for the Jacobian B of the outputs in its activations. */
const ofLayer = sum(a, sum(b, multiply(B(next(k), l, a, i), M(last, a, b), B(next(k), l, b, j))));
const ofNextLayer = sum(a, sum(b, multiply(B(k, next(l), a, m), M(last, a, b), B(k, next(l), b, o))));
const throughTheLayer = sum(m, sum(o, multiply(D(l, m), weight(l, m, i), ofNextLayer, D(l, o), weight(l, o, j))));

export const backPropagation = statement({
  label: 'V-11',
  title:
    'I(h_l) = (D_l W_l)^T I(h_{l+1}) D_l W_l where I(h_l) = B_l^T M B_l, for any matrix M on the outputs, any depth and any widths',
  given: [assume.differentiable(sigma)],
  claim: equation(ofLayer, throughTheLayer),
  expected: 'proved',
  proof: () => {
    const back = (output: typeof a, from: typeof m, to: typeof i) =>
      sum(from, multiply(B(k, next(l), output, from), D(l, from), weight(l, from, to)));
    return start(ofLayer)
      .equals(sum(a, sum(b, multiply(back(a, m, i), M(last, a, b), back(b, o, j)))), by.theorem(theoremOf(backwards)))
      .equals(throughTheLayer, by.rearrangement);
  },
});

/** J^T M J for matrices with rows of outputs. */
const pulled = (J: readonly (readonly number[])[], matrix: readonly (readonly number[])[]): number[][] =>
  J[0].map((_, p) =>
    J[0].map((_unused, q) => total(matrix.flatMap((row, r) => row.map((value, c) => J[r][p] * value * J[c][q])))),
  );

export const backPropagationOfNetworks = experiment({
  label: 'V-11/networks',
  title:
    'random networks with two and three hidden layers: the estimator of each layer from five drawn labels, by the recursion through the layers and by derivatives of the outputs in its activations',
  claim: 'I_1(h_l) = (D_l W_l)^T I_1(h_(l+1)) D_l W_l = (dh_L/dh_l)^T [mean of (t - η)(t - η)^T] dh_L/dh_l',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed, { hidden: seed % 2 === 0 ? [3, 2] : [2, 1, 3] }),
  cases: 12,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const layers = await layerBlocks(network);
    const moments = centredMoments(at, drawnLabels(network, at, 5));
    const ofOutputs = range(at.outputs).map((p) => range(at.outputs).map((q) => moments[p * at.outputs + q]));
    const recursive: number[][][] = [];
    recursive[layers.length] = ofOutputs;
    for (let layer = layers.length - 1; layer >= 0; layer--) {
      const { weights, rows, columns, slopes } = layers[layer];
      const step = range(rows).map((row) =>
        range(columns).map((column) => slopes[row] * weights[row * columns + column]),
      );
      recursive[layer] = pulled(step, recursive[layer + 1]);
    }
    const direct = await Promise.all(
      layers.map(async (_, layer) => pulled(await jacobianFromLayer(network, layer), ofOutputs)),
    );
    return { left: layers.flatMap((_, layer) => recursive[layer].flat()), right: direct.flat(2) };
  },
});
