/** G-6: what a normalisation layer does to the set of functions. */
import { assume, by, declare, equation, experiment, start, statement, term } from 'fisher-rao';

const { add, divide, multiply, subtract, sum } = term;

export const normalisationLayers = experiment({
  label: 'G-6',
  title: 'normalisation only changes coordinates (as printed): the output for one input is a function of that input',
  claim: 'the normalised first entry of a batch is the same whatever the others are',
  expected: 'refuted',
  instances: [{ batch: [1, 2, 3], other: [1, 2, 9] }],
  evaluate: ({ batch, other }) => ({ left: normalisedFirst(batch), right: normalisedFirst(other) }),
});

function normalisedFirst(batch: readonly number[]): number {
  const mean = batch.reduce((sum, x) => sum + x, 0) / batch.length;
  const variance = batch.reduce((sum, x) => sum + (x - mean) ** 2, 0) / batch.length;
  return (batch[0] - mean) / Math.sqrt(variance);
}

/** A sample less its mean, over its width. */
const normalised = (sample: readonly number[]): number[] => {
  const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
  const width = Math.sqrt(sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sample.length);
  return sample.map((x) => (x - mean) / width);
};

export const layerNormalisation = experiment({
  label: 'G-6/layer-normalisation',
  title: 'normalising each sample by itself is no change of coordinates either: it is not affine in the sample',
  claim: 'the image of the middle of two samples = the middle of their images',
  expected: 'refuted',
  instances: [
    {
      first: [1, 2, 3],
      second: [1, 2, 9],
    },
  ],
  evaluate: ({ first, second }) => ({
    left: normalised(first.map((x, k) => (x + second[k]) / 2)),
    right: normalised(first).map((x, k) => (x + normalised(second)[k]) / 2),
  }),
});

/** A layer of any widths: inputs x_j less fixed means m_j, over fixed widths s_j, then weights and biases. */
const [i, j] = [declare.point('i', declare.space('O')), declare.point('j', declare.space('I'))];
const [W, b] = [declare.function('W', [i, j]), declare.function('b', [i])];
const [x, m, s] = ['x', 'm', 's'].map((name) => declare.function(name, [j]));
const weight = declare.definition('V', [i, j], divide(W(i, j), s(j)));
const bias = declare.definition('c', [i], subtract(b(i), sum(j, divide(multiply(W(i, j), m(j)), s(j)))));
const output = add(sum(j, multiply(W(i, j), divide(subtract(x(j), m(j)), s(j)))), b(i));

export const affineNormalisation = statement({
  label: 'G-6/repaired',
  title:
    'with fixed means m and widths s it is a change of weights and biases, V = W/s and c = b - W m/s; any widths of the layer',
  given: [assume.nonzero(s)],
  claim: equation(output, add(sum(j, multiply(weight(i, j), x(j))), bias(i))),
  expected: 'proved',
  proof: () =>
    start(output).equals(
      add(sum(j, multiply(weight(i, j), x(j))), bias(i)),
      by.definition(weight),
      by.definition(bias),
      by.linearity,
    ),
});

const back = add(bias(i), sum(j, multiply(weight(i, j), m(j))));

export const normalisationIsUndone = statement({
  label: 'G-6/inverse',
  title: 'and an invertible one: b = c + V m, W = V s',
  given: [assume.nonzero(s)],
  claim: equation(back, b(i)),
  expected: 'proved',
  proof: () => start(back).equals(b(i), by.definition(weight), by.definition(bias), by.linearity),
});
