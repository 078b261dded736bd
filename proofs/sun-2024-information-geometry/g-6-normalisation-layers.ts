/** G-6: what a normalisation layer does to the set of functions. */
import { calculation, experiment } from 'fisher-rao';

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

export const affineNormalisation = calculation({
  label: 'G-6/repaired',
  title: 'with a fixed mean m and width s it is an invertible change of weight and bias',
  symbols: { x: 'real', w: 'real', b: 'real', m: 'real', s: 'real' },
  definitions: { weight: 'w/s', bias: 'b - w*m/s' },
  claim: 'w*(x - m)/s + b = weight*x + bias',
  expected: 'proved',
});
