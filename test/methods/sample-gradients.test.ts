import { describe, expect, test } from 'vitest';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { fisherImmersion, outputFactors } from '../../src/methods/index.ts';
import { sampleGradientSource } from '../../src/methods/sample-gradients.ts';
import { sampleGraph } from './sample-graphs.ts';
import { sampleModel } from './sample-immersions.ts';

const engine = onnxEngine({ threads: 1 });
const samples = 5;

describe.each([
  ['a dense network', sampleModel({ widths: [2, 3, 3], head: 'categorical', samples, damping: 0 })],
  ['a convolutional graph', sampleGraph(samples)],
])('the gradients of single samples of %s', (_, point) => {
  test('are rows of J over the root of the number of samples, in any range', async () => {
    const immersion = await fisherImmersion(point, engine);
    const factors = await outputFactors(point, { kind: 'exact' }, engine);
    const source = sampleGradientSource(point, factors, engine);
    const { rows } = await source.of(1, 3);
    expect(rows.length).toBe(factors.rows.length);
    for (const [r, row] of rows.entries()) {
      for (let n = 0; n < 3; n += 1) {
        const unit = new Float64Array(immersion.ambient);
        unit[(n + 1) * rows.length + r] = Math.sqrt(samples);
        const expected = await immersion.codifferential(unit);
        expected.forEach((entry, k) => {
          expect(row[n * immersion.parameters + k]).toBeCloseTo(entry, 12);
        });
      }
    }
    await source.dispose();
    await immersion.dispose();
  });
});
