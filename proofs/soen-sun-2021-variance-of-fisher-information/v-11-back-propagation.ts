import {
  assume,
  by,
  calculus,
  declare,
  equation,
  experiment,
  next,
  plus,
  start,
  statement,
  term,
  theoremOf,
} from 'fisher-rao';
import { B, D, k, l, neuron, sigma, W as weight } from './dense-layers.ts';
import { deep, layersOf, type Matrix, product, transposed, withoutBias } from './layers.ts';
import { type Case, outcomes, outputsOf, range, total } from './setting.ts';
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
  given: [assume.differentiable(sigma, 2)],
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

export const backPropagationOfNetworks = experiment({
  label: 'V-11/network',
  title: 'on networks: the estimator of a hidden layer is B_l^T M B_l, and that of a layer comes from that of the next',
  claim: 'M(h_l) = (D_l W_l)^T M(h_(l+1)) D_l W_l = B_l^T M B_l, against derivatives of the outputs in h_l',
  expected: 'supported',
  tolerance: 1e-9,
  draw: deep,
  cases: 8,
  evaluate: (given) => {
    const { W, h, D, B } = layersOf(given);
    const { I } = outputsOf(given);
    const last = B.length - 1;
    const recursive: number[][][] = [];
    recursive[last] = I.map((row) => [...row]);
    for (let l = last - 1; l >= 1; l--) {
      const step = product(D[l], withoutBias(W[l]));
      recursive[l] = product(product(transposed(step), recursive[l + 1]), step);
    }
    const jacobians = range(last)
      .slice(1)
      .map((l) => outputsFromLayer(given, W, h[l], l));
    return {
      left: range(last)
        .slice(1)
        .flatMap((l) => recursive[l].flat()),
      right: jacobians.flatMap((J) => product(product(transposed(J), I), J).flat()),
    };
  },
});

/** The Jacobian of the outputs in the activations of layer l, by jets. */
function outputsFromLayer(
  { widths, activation }: Case,
  W: readonly Matrix[],
  h: readonly number[],
  l: number,
): number[][] {
  const field = calculus.jets(h.length, 1);
  const { one, multiply, sum, constant, divide, add, subtract, exp, negate } = field;
  const sigmoid = (z: calculus.Jet): calculus.Jet => divide(one, add(one, exp(negate(z))));
  let layer = h.map((value, k) => field.coordinate(k, value));
  for (let m = l; m < W.length; m++) {
    const z = W[m].map((row) => sum([...layer, one].map((value, k) => multiply(constant(row[k]), value))));
    const tanh = (v: calculus.Jet): calculus.Jet =>
      subtract(multiply(constant(2), sigmoid(multiply(constant(2), v))), one);
    layer = m === widths.length - 2 ? z : z.map(activation === 'tanh' ? tanh : sigmoid);
  }
  return layer.map((output) => h.map((_, k) => field.value(field.partial(output, k))));
}

/** Outcomes are needed by the estimators only; layers know none. */
export const outcomesOfTheLastLayer = experiment({
  label: 'V-11/outputs',
  title: 'at the last layer the matrix is the covariance of the statistics',
  claim: 'M(h_L) = E[(t - eta)(t - eta)^T] over outcomes',
  expected: 'supported',
  tolerance: 1e-10,
  draw: deep,
  cases: 8,
  evaluate: (given) => {
    const { h, eta, I } = outputsOf(given);
    const list = outcomes(given.family, h);
    const moment = range(2).flatMap((a) =>
      range(2).map((b) => total(list.map(({ t, weight }) => weight * (t[a] - eta[a]) * (t[b] - eta[b])))),
    );
    return { left: moment, right: I.flat() };
  },
});
