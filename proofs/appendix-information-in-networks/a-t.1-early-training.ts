import { by, declare, engine, experiment, inequality, start, statement, type Term, term } from 'fisher-rao';
import { exactTrace } from 'fisher-rao/methods';
import {
  adam,
  categoricalHead,
  dataSet,
  denseNetwork,
  parameterCount,
  randomSource,
  trainingStates,
} from 'fisher-rao/network';
import { noise, pointOf } from '../networks.ts';
import { evenly } from '../numbers.ts';

const { fraction, multiply, square, subtract, sum } = term;

/** Two classes of points of the plane, around two centres. */
const count = 12;
const labels = evenly(count).map((k) => k % 2);
const inputs = labels.map((label, k) => [2 * label - 1 + 0.3 * noise(1, k), noise(2, k)]);
const data = dataSet({
  name: 'two classes',
  count,
  features: 2,
  classes: 2,
  inputs: Float64Array.from(inputs.flat()),
  labels: Uint8Array.from(labels),
});

/** tr F of softmax regression from zero weights, at the start and after each step of training on all data. */
async function traces(epochs: number): Promise<readonly number[]> {
  const network = denseNetwork([2, 2]);
  const theta = new Float64Array(parameterCount(network));
  const training = {
    model: { network, head: categoricalHead() },
    theta,
    data,
    optimiser: adam(0.05),
    batch: count,
    epochs,
    random: randomSource(1),
    dtype: 'float64',
  } as const;
  const found: number[] = [];
  for await (const state of trainingStates(training, engine.referenceEngine)) {
    const setting = { network, head: categoricalHead(), theta: Array.from(state.theta), inputs };
    found.push(await exactTrace(pointOf(setting), engine.referenceEngine));
  }
  return found;
}

export const earlyTraining = experiment({
  label: 'A-T.1',
  title:
    'early in training, where predictions are random, F is low (as printed): softmax regression trained from zero weights',
  claim: 'tr F at the start <= tr F after each step',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ epochs: 20 }],
  evaluate: async ({ epochs }) => {
    const [first, ...later] = await traces(epochs);
    return { left: later.map(() => first), right: later };
  },
});

export const fallingTrace = experiment({
  label: 'A-T.1/maximum-at-the-start',
  title: 'in this training it is largest at the start and falls with every step',
  claim: 'tr F after step t + 1 <= tr F after step t',
  expected: 'supported',
  relation: 'atMost',
  instances: [{ epochs: 20 }],
  evaluate: async ({ epochs }) => {
    const all = await traces(epochs);
    return { left: all.slice(1), right: all.slice(0, -1) };
  },
});

/** Any data with any numbers of features, and any probabilities p_n that a logistic regression gives them. */
const n = declare.point('n', declare.space('D'));
const k = declare.point('k', declare.space('K'));
const [p, x] = [declare.function('p', [n]), declare.function('x', [n, k])];
const traceWith = (spread: Term): Term => sum(n, multiply(spread, sum(k, square(x(n, k)))));
const trace = traceWith(multiply(p(n), subtract(1, p(n))));

export const randomPrediction = statement({
  label: 'A-T.1/repaired',
  title:
    'for logistic regression it is at its maximum there, whatever the data: tr F = sum_n p_n (1 - p_n) |x_n|^2, which is at most sum_n |x_n|^2/4, where p_n is 1/2',
  claim: inequality(trace, traceWith(fraction(1, 4))),
  expected: 'proved',
  proof: () =>
    start(trace).atMost(
      traceWith(fraction(1, 4)),
      by.difference(traceWith(square(subtract(p(n), fraction(1, 2))))),
      by.linearity,
    ),
});
