import { expect, test } from 'vitest';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { denseOperator, fisherImmersion, layerGramMatrix, outputFactors } from '../../src/methods/index.ts';
import { sampleModel } from './sample-immersions.ts';

const engine = onnxEngine({ threads: 1 });

// The gamma head has no flat embedding: its factors come from a root of its metric.
test.each([
  ['a categorical head', sampleModel({ widths: [2, 3, 5, 3], head: 'categorical', samples: 7, damping: 0.1 })],
  ['a gamma head', sampleModel({ widths: [2, 3, 4], head: 'gamma', samples: 7, damping: 0.1 })],
  [
    'float32',
    { ...sampleModel({ widths: [2, 3], head: 'normal', samples: 7, damping: 0 }), dtype: 'float32' as const },
  ],
])('J J^T by gradients of layers has the products with unit vectors as columns: %s', async (_, point) => {
  const immersion = await fisherImmersion(point, engine);
  const expected = await denseOperator(immersion.many.gram, immersion.ambient);
  const largest = Math.max(...expected.map(Math.abs));
  const found = await layerGramMatrix(point, await outputFactors(point, { kind: 'exact' }, engine), engine);
  expect(found.length).toBe(expected.length);
  const worst = found.reduce((most, entry, i) => Math.max(most, Math.abs(entry - expected[i]!)), 0);
  expect(worst).toBeLessThan((point.dtype === 'float32' ? 1e-5 : 1e-13) * largest);
  await immersion.dispose();
});
