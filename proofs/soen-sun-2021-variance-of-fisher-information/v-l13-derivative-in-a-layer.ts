import {
  assume,
  by,
  declare,
  equation,
  experiment,
  induction,
  type Natural,
  next,
  type PointVariable,
  plus,
  type SamplePoint,
  start,
  statement,
  term,
  theoremOf,
} from 'fisher-rao';
import {
  B,
  bias,
  biases,
  biasesAbove,
  c,
  D,
  fixedInput,
  h,
  input,
  k,
  l,
  neuron,
  sigma,
  smoothLayers,
  W,
  w,
  weights,
  weightsAbove,
  z,
} from './dense-layers.ts';
import { range } from './lists.ts';
import { drawLayers, jacobiansByRecursion, layerBlocks } from './network-layers.ts';

const { add, delta, derivative, multiply, sum } = term;

const [i, j] = [neuron('i', next(l)), neuron('j', l)];
/** Any coordinate, a neuron of layer 0, and a function loss of the outputs, the activations of layer L = l + 1 + k. */
const u = declare.direction('u');
const first = neuron('f', 0);
const last = next(plus(l, k));
const [out, other] = [neuron('a', last), neuron('o', last)];
const loss = declare.realFunction('loss', [neuron('a', l).space], [l]);
const ofOutputs = loss(last, other, h(last, other));
const slope = (at: PointVariable) => loss.partial(at)(last, other, h(last, other));
const gradient = multiply(sum(out, multiply(slope(out), B(k, next(l), out, i))), D(l, i), h(l, j));

/** Two kinds of coordinates, with what multiplies them in a layer: a weight of layer l, and a bias. */
const weight = {
  of: 'weight',
  at: (layer: Natural) => w(layer, neuron('i', next(layer)), neuron('j', layer)),
  factor: h(l, j),
  known: weights,
  above: weightsAbove,
};
const biasOf = {
  of: 'bias',
  at: (layer: Natural) => c(layer, neuron('i', next(layer))),
  factor: term.fraction(1, 1),
  known: biases,
  above: biasesAbove,
};

/** One layer: ∂h_{l+1} = D_l (∂W_l h_l + W_l ∂h_l + ∂b_l), along any coordinate. */
const changeOfALayer = (along: SamplePoint, layer: Natural, at: PointVariable) => {
  const m = neuron('m', layer);
  const through = add(
    multiply(derivative(along, W(layer, at, m)), h(layer, m)),
    multiply(W(layer, at, m), derivative(along, h(layer, m))),
  );
  return start(derivative(along, h(next(layer), at)))
    .equals(derivative(along, sigma(layer, z(layer, at))), by.definition(h), by.definition(z))
    .equals(multiply(D(layer, at), derivative(along, z(layer, at))), by.chainRule, by.definition(D))
    .equals(
      multiply(D(layer, at), add(sum(m, through), derivative(along, bias(layer, at)))),
      by.definition(z),
      by.differentiation,
      by.derivativeOfSum,
      by.linearity,
    );
};

const [untouchedByWeights, untouchedByBiases] = [weight, biasOf].map(({ of, at, above }) =>
  statement({
    label: `V-L13/below-${of}`,
    title: `the activations of a layer do not depend on a ${of} of that layer or of one above`,
    given: [...smoothLayers, fixedInput, ...above],
    claim: equation(derivative(at(plus(l, k)), h(l, neuron('a', l))), 0),
    expected: 'proved',
    proof: () =>
      induction(
        l,
        start(derivative(at(k), h(0, neuron('a', 0)))).equals(0, by.definition(h), by.differentiation),
        changeOfALayer(at(next(plus(l, k))), l, neuron('a', next(l))).equals(
          0,
          ...above.map(by.assumption),
          by.inductionHypothesis,
          by.linearity,
        ),
      ),
  }),
);

/** ∂h_L(a) in a weight or bias of layer l, for L = l + 1 + k. */
const derivativeInALayer = (
  label: string,
  title: string,
  { at, factor, known }: typeof weight,
  untouched: typeof untouchedByWeights,
) => {
  const along = at(l);
  const a = (above: Natural | number) => neuron('a', next(plus(l, above)));
  const formula = (above: Natural | number, output = a(above)) =>
    multiply(B(above, next(l), output, i), D(l, i), factor);
  const m = neuron('m', last);
  return statement({
    label,
    title,
    given: [...smoothLayers, fixedInput, ...known],
    claim: equation(derivative(along, h(last, a(k))), formula(k)),
    expected: 'proved',
    proof: () =>
      induction(
        k,
        changeOfALayer(along, l, a(0))
          .equals(
            multiply(D(l, a(0)), delta(a(0), i), factor),
            ...known.map(by.assumption),
            by.theorem(theoremOf(untouched)),
            by.rearrangement,
            by.delta,
          )
          .equals(multiply(D(l, i), delta(a(0), i), factor), by.delta)
          .equals(formula(0), by.definition(B)),
        changeOfALayer(along, last, a(next(k)))
          .equals(
            multiply(D(last, a(next(k))), sum(m, multiply(W(last, a(next(k)), m), formula(k, m)))),
            ...known.map(by.assumption),
            by.inductionHypothesis,
          )
          .equals(formula(next(k)), by.definition(B), by.rearrangement),
      ),
  });
};

export { untouchedByBiases, untouchedByWeights };

export const lemmaThirteen = derivativeInALayer(
  'V-L13',
  'Lemma 13: the derivative of an output in a weight of layer l is (B_{l+1})_ai (D_l)_i (h_l)_j, for any depth, widths and activations',
  weight,
  untouchedByWeights,
);

export const lemmaThirteenForBiases = derivativeInALayer(
  'V-L13/bias',
  'and that in a bias of layer l is (B_{l+1})_ai (D_l)_i',
  biasOf,
  untouchedByBiases,
);

/** B_l = B_{l+1} D_l W_l: the recursion of the paper, which goes backwards. */
export const backwards = statement({
  label: 'V-L13/backwards',
  title: 'B_l = B_{l+1} D_l W_l, from the output backwards',
  given: [assume.differentiable(sigma)],
  claim: (() => {
    const [a, m] = [neuron('a', next(plus(l, k))), neuron('m', next(l))];
    return equation(B(next(k), l, a, j), sum(m, multiply(B(k, next(l), a, m), D(l, m), W(l, m, j))));
  })(),
  expected: 'proved',
  proof: () => {
    const a = (above: Natural | number) => neuron('a', next(plus(l, above)));
    const [m, o] = [neuron('m', next(l)), neuron('o', next(plus(l, k)))];
    const back = (above: Natural | number, output: PointVariable) =>
      sum(m, multiply(B(above, next(l), output, m), D(l, m), W(l, m, j)));
    const from = neuron('f', l);
    return induction(
      k,
      start(B(1, l, a(0), j))
        .equals(multiply(D(l, a(0)), sum(from, multiply(W(l, a(0), from), delta(from, j)))), by.definition(B))
        .equals(sum(m, multiply(delta(a(0), m), D(l, m), W(l, m, j))), by.delta)
        .equals(back(0, a(0)), by.definition(B)),
      start(B(next(next(k)), l, a(next(k)), j))
        .equals(
          multiply(
            D(next(plus(l, k)), a(next(k))),
            sum(o, multiply(W(next(plus(l, k)), a(next(k)), o), B(next(k), l, o, j))),
          ),
          by.definition(B),
        )
        .equals(
          multiply(D(next(plus(l, k)), a(next(k))), sum(o, multiply(W(next(plus(l, k)), a(next(k)), o), back(k, o)))),
          by.inductionHypothesis,
        )
        .equals(back(next(k), a(next(k))), by.definition(B), by.rearrangement),
    );
  },
});

/** The layers from layer l on as a function of the activations there, which may depend on anything. */
export const jacobianOfLayers = statement({
  label: 'V-L13/activations',
  title: 'B is ∂h_L/∂h_0 where weights are fixed: ∂h_k = B(k) ∂h_0 along any coordinate that the input depends on',
  given: [assume.differentiable(sigma), assume.constant(W), assume.constant(bias), assume.differentiable(input)],
  claim: equation(
    derivative(u, h(k, neuron('a', k))),
    sum(first, multiply(B(k, 0, neuron('a', k), first), derivative(u, input(first)))),
  ),
  expected: 'proved',
  proof: () => {
    const through = (above: Natural | number, at: PointVariable) =>
      sum(first, multiply(B(above, 0, at, first), derivative(u, input(first))));
    const [a, m] = [neuron('a', next(k)), neuron('m', k)];
    return induction(
      k,
      start(derivative(u, h(0, neuron('a', 0))))
        .equals(derivative(u, input(neuron('a', 0))), by.definition(h))
        .equals(sum(first, multiply(delta(neuron('a', 0), first), derivative(u, input(first)))), by.delta)
        .equals(through(0, neuron('a', 0)), by.definition(B)),
      changeOfALayer(u, k, a)
        .equals(multiply(D(k, a), sum(m, multiply(W(k, a, m), derivative(u, h(k, m))))), by.differentiation)
        .equals(multiply(D(k, a), sum(m, multiply(W(k, a, m), through(k, m)))), by.inductionHypothesis)
        .equals(through(next(k), a), by.definition(B), by.rearrangement),
    );
  },
});

/** ∂loss/∂W_l = D_l B_{l+1}^T ∂loss/∂h_L h_l^T, for any function loss of the outputs, such as a log-likelihood or a loss. */
export const gradientInALayer = statement({
  label: 'V-L13/gradient',
  title: 'the derivative of any function of the outputs in a weight of layer l: backpropagation',
  given: [...smoothLayers, fixedInput, ...weights, assume.differentiable(loss)],
  claim: equation(derivative(w(l, i, j), ofOutputs), gradient),
  expected: 'proved',
  proof: () =>
    start(derivative(w(l, i, j), ofOutputs))
      .equals(sum(out, multiply(slope(out), derivative(w(l, i, j), h(last, out)))), by.chainRule)
      .equals(
        sum(out, multiply(slope(out), B(k, next(l), out, i), D(l, i), h(l, j))),
        by.theorem(theoremOf(lemmaThirteen)),
      )
      .equals(gradient, by.rearrangement),
});

const manyActivations = ['tanh', 'sigmoid', 'softplus', 'gelu', 'sin', 'relu'] as const;

export const lemmaThirteenOfNetworks = experiment({
  label: 'V-L13/networks',
  title:
    'random networks of one to four layers, six activations: the derivatives of the outputs in all weights and biases, differentiated as a whole, and the recursion',
  claim: 'dh_a/dW_l = D_l B_(l+1)^T e_a h_l^T for every layer',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawLayers(seed, manyActivations),
  cases: 60,
  evaluate: async (network) => {
    const layers = await layerBlocks(network);
    const jacobians = jacobiansByRecursion(layers);
    const formula = layers.flatMap(({ slopes: D_, rows, input: from }, layer) =>
      jacobians[layer + 1].flatMap((B_) =>
        range(rows).flatMap((row) => from.map((value) => D_[row] * B_[row] * value)),
      ),
    );
    return { left: formula, right: layers.flatMap(({ derivatives }) => derivatives.flat()) };
  },
});
