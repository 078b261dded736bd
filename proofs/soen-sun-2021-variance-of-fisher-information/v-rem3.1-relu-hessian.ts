import {
  assume,
  by,
  calculation,
  type Direction,
  declare,
  equation,
  experiment,
  next,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { bias, input, l, N, neuron, W } from './dense-layers.ts';
import * as outputs from './exponential-outputs.ts';
import { combined, estimates, frobenius, meanEstimate } from './network-estimates.ts';
import { analysed, drawNetwork } from './networks.ts';
import { exponentialFamily } from './symbolic-heads.ts';
import { theoremThree } from './v-t3-information-as-minus-mean-hessian.ts';

const { add, derivative, log, multiply, negate, subtract, sum } = term;
const { i, j, y } = outputs;

export const reluHessian = experiment({
  label: 'V-Rem3.1',
  title: 'ReLU networks have no such expression (as printed): random ones, both sides over all labels',
  claim: '1e-3 |E[s s^T]| <= |E[s s^T] + E[∂² l]|',
  expected: 'refuted',
  relation: 'atMost',
  draw: (seed) => ({ ...drawNetwork(seed, { hidden: [3, 2] }), activation: 'relu' as const }),
  cases: 10,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const list = estimates([at]);
    const [first, second] = [meanEstimate(list, 'first'), meanEstimate(list, 'second')];
    const scale = frobenius(first) || Number.NaN;
    return { left: 1e-3, right: frobenius(combined(first, second, -1)) / scale };
  },
});

/**
 * A network of any depth L, widths, weights and biases on a piece of its parameters where no pre-activation changes its sign: unit
 * i of layer l + 1 has the slope s(l, i), which does not depend on θ there: 0 or 1, and 1 in the last layer.
 */
const L = declare.natural('L');
const s = declare.function('s', [l, neuron('i', next(l))]);
const H = declare.sequence('H', l, (layer) => [neuron('i', layer)], {
  zero: (at: PointVariable) => input(at),
  next: (earlier, at: PointVariable) => {
    const j = neuron('j', l);
    return multiply(s(l, at), add(sum(j, multiply(W(l, at, j), earlier(j))), bias(l, at)));
  },
});
/** Labels of an exponential family with its outputs. */
const [a, b] = [neuron('a', L), neuron('b', L)];
const [law, base] = ['p', 'k'].map((name) => declare.function(name, [L, y]));
const statistics = declare.function('t', [L, a, y]);
const partition = declare.function('F', [L]);
const t = (output: PointVariable) => statistics(L, output, y);
const onAPiece = [
  assume.constant(s),
  assume.constant(input),
  assume.differentiable(W, 2),
  assume.differentiable(bias, 2),
  assume.positive(law),
  assume.differentiable(law, 2),
  assume.positive(base),
  assume.constant(base),
  assume.constant(statistics),
  assume.differentiable(partition, 2),
  assume.equation(
    'exponential family of the outputs',
    log(law(L, y)),
    subtract(add(log(base(L, y)), sum(a, multiply(t(a), H(L, a)))), partition(L)),
  ),
  assume.normalised(law),
  assume.integrable(multiply(law(L, y), t(a), t(b)), y),
  assume.exchange(law(L, y), 1, y),
  assume.exchange(multiply(law(L, y), t(a)), 1, y),
];
const score = (along: Direction) => derivative(along, log(law(L, y)));
const mean = (quantity: Term) => sum(y, multiply(law(L, y), quantity));
const information = mean(multiply(score(i), score(j)));
const meanHessian = mean(negate(derivative(i, score(j))));

export const reluHessianAwayFromKinks = statement({
  label: 'V-Rem3.1/repaired',
  title:
    'away from kinks, where each unit is active or not, the outputs are smooth and V-T3 applies: any depth, widths, weights and biases, any exponential family',
  given: onAPiece,
  claim: equation(information, meanHessian),
  expected: 'proved',
  proof: () =>
    start(information).equals(
      meanHessian,
      by.theorem(theoremOf(theoremThree), {
        spaces: { A: N(L) },
        functions: [
          [outputs.p, (label: PointVariable) => law(L, label)],
          [outputs.base, (label: PointVariable) => base(L, label)],
          [outputs.statistics, (output: PointVariable, label: PointVariable) => statistics(L, output, label)],
          [outputs.h, (output: PointVariable) => H(L, output)],
          [outputs.partition, () => partition(L)],
        ],
      }),
    ),
});

const head = exponentialFamily(1);
export const atTheKink = calculation({
  label: 'V-Rem3.1/at-the-kink',
  title: "at the kink of relu(w x) there is none: the information is 0 on one side and F'' x^2 on the other",
  family: head.family,
  functions: head.functions,
  symbols: { w: 'real', x: 'positive' },
  definitions: { l: 'at(logdensity, z1, w*x)', right: 'at(E(D(l, w)^2), z1, w*x)' },
  claim: 'at(right, w, 0) = x^2*at(D(D(F(z1), z1), z1), z1, 0)',
  expected: 'proved',
});
