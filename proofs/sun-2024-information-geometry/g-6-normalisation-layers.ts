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

export const affineNormalisation = calculation({
  label: 'G-6/repaired',
  title: 'with a fixed mean m and width s it is an invertible change of weight and bias',
  symbols: { x: 'real', w: 'real', b: 'real', m: 'real', s: 'real' },
  definitions: { weight: 'w/s', bias: 'b - w*m/s' },
  claim: 'w*(x - m)/s + b = weight*x + bias',
  expected: 'proved',
});
