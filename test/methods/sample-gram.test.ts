import { describe, expect, test } from 'vitest';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { denseOperator, fisherImmersion, outputFactors } from '../../src/methods/index.ts';
import { sampleGramMatrix } from '../../src/methods/sample-gram.ts';
import { sampleGraph } from './sample-graphs.ts';
import { sampleModel } from './sample-immersions.ts';

const engine = onnxEngine({ threads: 1 });

// The gamma head has no flat embedding: its factors come from a root of its metric.
describe.each([
  ['a categorical head', sampleModel({ widths: [2, 3, 3], head: 'categorical', samples: 7, damping: 0.1 })],
  ['a gamma head', sampleModel({ widths: [2, 3, 4], head: 'gamma', samples: 7, damping: 0.1 })],
  ['a graph', sampleGraph(7)],
  ['a graph in float32', { ...sampleGraph(7), dtype: 'float32' as const }],
])('J J^T by gradients of samples, with %s', (_, point) => {
  test('has the products with unit vectors as columns, however it is cut into blocks', async () => {
    const immersion = await fisherImmersion(point, engine);
    const { ambient, parameters, many } = immersion;
    const expected = await denseOperator(many.gram, ambient);
    const factors = await outputFactors(point, { kind: 'exact' }, engine);
    const largest = Math.max(...expected.map(Math.abs));
    const each = factors.rows.length * parameters;
    // All at once; blocks of three samples, all kept; and of two samples, the first kept only.
    for (const blocks of [{}, { block: 3 * each }, { block: 2 * each, kept: 2 * each }]) {
      const gram = await sampleGramMatrix(point, factors, engine, blocks);
      const worst = gram.reduce((most, entry, i) => Math.max(most, Math.abs(entry - expected[i]!)), 0);
      expect(worst).toBeLessThan((point.dtype === 'float32' ? 1e-5 : 1e-13) * largest);
    }
    await immersion.dispose();
  });
});
