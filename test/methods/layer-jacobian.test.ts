import { expect, test } from 'vitest';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import {
  fisherImmersion,
  jacobianColumns,
  layerDifferentials,
  layerJacobian,
  outputFactors,
} from '../../src/methods/index.ts';
import { sampleModel } from './sample-immersions.ts';

const engine = onnxEngine({ threads: 1 });

test.each([
  ['a categorical head', sampleModel({ widths: [2, 3, 5, 3], head: 'categorical', samples: 7, damping: 0.1 })],
  ['a gamma head', sampleModel({ widths: [2, 3, 4], head: 'gamma', samples: 7, damping: 0.1 })],
])('J^T by gradients of layers has the images of unit vectors as rows: %s', async (_, point) => {
  const immersion = await fisherImmersion(point, engine);
  const { columns, ...plain } = immersion;
  const expected = (await jacobianColumns(plain)).data;
  const factors = await outputFactors(point, { kind: 'exact' }, engine);
  const found = await layerJacobian(point, factors, engine);
  expect(await columns!()).toEqual(found);
  expect(found.length).toBe(expected.length);
  const largest = Math.max(...expected.map(Math.abs));
  const worst = found.reduce((most, entry, i) => Math.max(most, Math.abs(entry - expected[i]!)), 0);
  expect(worst).toBeLessThan(1e-13 * largest);
  // The last layer's cotangents are the factors themselves.
  const { cotangents } = (await layerDifferentials(point, factors, engine)).at(-1)!;
  const [each, width] = [factors.rows.length, factors.outputs];
  expect(cotangents[(3 * each + 1) * width + 2]).toBeCloseTo(factors.rows[1]![3 * width + 2]!, 14);
  await immersion.dispose();
});
