/** Lemma 15: the spectral norm of the derivative of the outputs in the weights of a layer. */
import {
  assume,
  by,
  declare,
  experiment,
  induction,
  inequality,
  next,
  plus,
  start,
  statement,
  term,
  theoremOf,
} from 'fisher-rao';
import { symmetricEigenvalues } from 'fisher-rao/methods';
import { B, D, fixedInput, h, k, l, neuron, smoothLayers, W, weights } from './dense-layers.ts';
import {
  i,
  image,
  imageDefinition,
  imageLength,
  inAWeight,
  inputNorm,
  j,
  lengthDefinition,
  output,
  productOfSingularValues,
  s,
  singularValues,
  sloped,
  slopes,
  smallSlopes,
  top,
  weightedDefinition,
  β,
} from './layer-norms.ts';
import { range, total } from './lists.ts';
import { frobenius, squareOf } from './network-estimates.ts';
import { boundedSlopes, drawLayers, type LayerBlock, layerBlocks, productsAbove } from './network-layers.ts';
import { drawNetwork, type NetworkCase } from './networks.ts';
import { lemmaThirteen } from './v-l13-derivative-in-a-layer.ts';

const { fraction, multiply, square, subtract, sum } = term;

const bounds = [singularValues, assume.nonnegative(s)];
const start_ = sum(i, square(sloped(i)));

export const normOfAnImage = statement({
  label: 'V-L15/image',
  title: '|B_{l+1} D_l β|^2 <= s_max(W_{l+1})^2 ... s_max(W_{L-1})^2 |D_l β|^2 for any vector β: any depth and widths',
  given: [...slopes, ...bounds],
  claim: inequality(imageLength(k), multiply(productOfSingularValues(k), start_)),
  expected: 'proved',
  proof: () => {
    const layer = top(k);
    const [e, f] = [neuron('e', next(layer)), neuron('f', layer)];
    const inner = sum(f, multiply(W(layer, e, f), image(k, f)));
    const written = sum(f, multiply(W(layer, e, f), sum(i, multiply(B(k, next(l), f, i), sloped(i)))));
    return induction(
      k,
      start(imageLength(plus(0, 0)))
        .equals(start_, by.definition(imageDefinition), by.definition(B), by.delta)
        .equals(multiply(productOfSingularValues(0), start_), by.lastTerm),
      start(imageLength(next(k)))
        .equals(
          sum(e, square(multiply(D(layer, e), written))),
          by.definition(imageDefinition),
          by.definition(B),
          by.rearrangement,
        )
        .equals(sum(e, square(multiply(D(layer, e), inner))), by.definition(imageDefinition))
        .atMost(
          sum(e, square(inner)),
          by.difference(sum(e, multiply(subtract(1, square(D(layer, e))), square(inner)))),
          by.linearity,
          by.assumption(smallSlopes),
        )
        .equals(weightedDefinition(k, l), by.definition(weightedDefinition))
        .atMost(multiply(s(next(k), l), lengthDefinition(k, l)), by.assumption(singularValues))
        .equals(multiply(s(next(k), l), imageLength(k)), by.definition(lengthDefinition))
        .atMost(
          multiply(s(next(k), l), productOfSingularValues(k), start_),
          by.difference(
            multiply(s(next(k), l), subtract(multiply(productOfSingularValues(k), start_), imageLength(k))),
          ),
          by.inductionHypothesis,
        )
        .equals(multiply(productOfSingularValues(next(k)), start_), by.lastTerm),
    );
  },
});

/** Vectors A over the outputs and γ over the inputs of the layer. */
const a = output(k);
const [a2, j2] = [neuron('o', top(k)), neuron('j2', l)];
const A = declare.function('A', [l, neuron('n', l)]);
const γ = declare.function('γ', [l, j]);
const pairing = sum(a, sum(i, sum(j, multiply(A(top(k), a), β(l, i), γ(l, j), inAWeight(k)))));
const lengths = {
  A: sum(a, square(A(top(k), a))),
  β: sum(i, square(β(l, i))),
  γ: sum(j, square(γ(l, j))),
};

export const lemmaFifteen = statement({
  label: 'V-L15',
  title:
    'Lemma 15: <∂h_L/∂W_l, A ⊗ β ⊗ γ>^2 <= s_max(W_{l+1})^2 ... s_max(W_{L-1})^2 |h_l|^2 |A|^2 |β|^2 |γ|^2 for any vectors, so for every layer: any depth, any widths, slopes of at most 1',
  given: [...smoothLayers, fixedInput, ...weights, smallSlopes, ...bounds],
  claim: inequality(square(pairing), multiply(productOfSingularValues(k), inputNorm, lengths.A, lengths.β, lengths.γ)),
  expected: 'proved',
  proof: () => {
    const formula = multiply(A(top(k), a), β(l, i), γ(l, j), B(k, next(l), a, i), D(l, i), h(l, j));
    const input = sum(j, multiply(γ(l, j), h(l, j)));
    const along = sum(a, multiply(A(top(k), a), image(k, a)));
    const inputMinor = subtract(multiply(γ(l, j), h(l, j2)), multiply(γ(l, j2), h(l, j)));
    const outputMinor = subtract(multiply(A(top(k), a), image(k, a2)), multiply(A(top(k), a2), image(k, a)));
    const [half, outside] = [fraction(1, 2), multiply(lengths.γ, inputNorm)];
    const s_ = productOfSingularValues(k);
    return start(square(pairing))
      .equals(square(sum(a, sum(i, sum(j, formula)))), by.theorem(theoremOf(lemmaThirteen)))
      .equals(multiply(square(input), square(along)), by.linearity, by.definition(imageDefinition))
      .atMost(
        multiply(outside, square(along)),
        by.difference(multiply(half, sum(j, sum(j2, square(inputMinor))), square(along))),
        by.linearity,
      )
      .atMost(
        multiply(outside, lengths.A, imageLength(k)),
        by.difference(multiply(outside, half, sum(a, sum(a2, square(outputMinor))))),
        by.linearity,
      )
      .atMost(
        multiply(outside, lengths.A, s_, start_),
        by.difference(multiply(outside, lengths.A, subtract(multiply(s_, start_), imageLength(k)))),
        by.theorem(theoremOf(normOfAnImage), { naturals: { k, l } }),
      )
      .atMost(
        multiply(s_, inputNorm, lengths.A, lengths.β, lengths.γ),
        by.difference(
          multiply(outside, lengths.A, s_, sum(i, multiply(subtract(1, square(D(l, i))), square(β(l, i))))),
        ),
        by.linearity,
        by.assumption(smallSlopes),
      );
  },
});

/** The largest value of the trilinear form of a layer's derivatives on unit vectors, by alternating maximisation. */
function spectralNorm({ derivatives, rows, columns }: LayerBlock): number {
  const width = columns + 1;
  const unit = (values: readonly number[]): number[] => {
    const size = frobenius(values) || 1;
    return values.map((value) => value / size);
  };
  let best = 0;
  for (const first of range(rows)) {
    let β_: number[] = range(rows).map((row) => (row === first ? 1 : 0.1));
    let γ_: number[] = range(width).map((column) => 1 + 0.1 * column);
    for (let round = 0; round < 30; round++) {
      const A_ = unit(
        derivatives.map((entries) =>
          total(entries.map((value, place) => value * β_[Math.floor(place / width)] * γ_[place % width])),
        ),
      );
      const mixed = range(rows * width).map((place) => total(derivatives.map((entries, c) => A_[c] * entries[place])));
      β_ = unit(range(rows).map((row) => total(γ_.map((value, column) => value * mixed[row * width + column]))));
      γ_ = unit(range(width).map((column) => total(β_.map((value, row) => value * mixed[row * width + column]))));
      best = Math.max(
        best,
        total(mixed.map((value, place) => value * β_[Math.floor(place / width)] * γ_[place % width])),
      );
    }
  }
  return best;
}

/** s_max of the weights of a layer. */
function largestSingularValue({ weights: matrix, rows, columns }: LayerBlock): number {
  const gram = squareOf(columns, (p, q) =>
    total(range(rows).map((r) => matrix[r * columns + p] * matrix[r * columns + q])),
  );
  const values = symmetricEigenvalues(gram, columns);
  return Math.sqrt(Math.max(0, values[columns - 1]));
}

/** The spectral norm for each layer, and the bound. */
async function sides(
  network: NetworkCase,
): Promise<{ readonly left: readonly number[]; readonly right: readonly number[] }> {
  const layers = await layerBlocks(network);
  return { left: layers.map(spectralNorm), right: productsAbove(layers, largestSingularValue) };
}

export const lemmaFifteenOnNetworks = experiment({
  label: 'V-L15/networks',
  title:
    'random networks of one to four layers, six activations: the spectral norm of the derivatives by alternating maximisation, for every layer',
  claim: '|∂h_L/∂W_l|_2σ <= prod_(i > l) s_max(W_i) |h_l|',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => drawLayers(seed, boundedSlopes),
  cases: 200,
  evaluate: sides,
});

export const equalityForTheOutput = experiment({
  label: 'V-L15/tight',
  title: 'for the output layer, and for every layer of a network of widths 1 without activations, it is an equality',
  claim: '|∂h_L/∂W_l|_2σ = prod_(i > l) s_max(W_i) |h_l|',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => ({
    ...drawNetwork(seed, { hidden: [1, 1], outputs: 1 }),
    activation: 'identity' as const,
  }),
  cases: 10,
  evaluate: sides,
});
