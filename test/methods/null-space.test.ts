import { expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { type FisherPoint, fisherImmersion, fisherSummary, nullSpace } from '../../src/methods/index.ts';
import { denseNetwork } from '../../src/network/index.ts';
import { sampleModel } from './sample-immersions.ts';

async function report(point: FisherPoint) {
  const immersion = await fisherImmersion(point, referenceEngine);
  return nullSpace(point, immersion, await fisherSummary(immersion));
}

const sample = sampleModel({ widths: [2, 3, 3], head: 'categorical', samples: 40, damping: 0 });

test('a softmax network does not see a shift of its logits', async () => {
  // Of the four dimensions the shift of each row of the last layer, 3 + 1 columns, explains all: weights shift too.
  expect(await report(sample)).toEqual({
    dimension: 4,
    symmetries: ['a constant added to all logits'],
    unusedParameters: [],
  });
});

test('a relu network does not see rescalings, nor the weights of a unit that never fires', async () => {
  const network = denseNetwork([2, 3, 3], 'relu');
  const theta = Float64Array.from(sample.theta);
  theta[6] = -100; // the bias of unit 0
  const { dimension, symmetries, unusedParameters } = await report({
    ...sample,
    model: { ...sample.model, network },
    theta,
  });
  expect(symmetries.map((name) => name.replace(/of unit /, ''))).toEqual([
    'rescaling 0 of layer 0',
    'rescaling 1 of layer 0',
    'rescaling 2 of layer 0',
    'a constant added to all logits',
  ]);
  // Its two weights and bias, and the three weights that leave it.
  expect(unusedParameters).toEqual([0, 1, 6, 9, 12, 15]);
  expect(dimension).toBeGreaterThanOrEqual(4 + 2 + 3);
});

test('a number of parameters too large to try each is not tried', async () => {
  const large = sampleModel({ widths: [2, 600, 1], head: 'normal', samples: 2, damping: 0 });
  expect((await report(large)).unusedParameters).toBeNull();
});
