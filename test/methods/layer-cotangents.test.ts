import { expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { forEachLayerCotangent } from '../../src/methods/layer-cotangents.ts';
import { sampleModel } from './sample-immersions.ts';

test('each layer sees its inputs and the cotangents of its pre-activations, row by row of the factors', async () => {
  // h = 5 tanh(2 x - 1) + 3: the cotangent of the hidden pre-activation is 5 (1 - tanh^2) times that of h.
  const sample = sampleModel({ widths: [1, 1, 1], head: 'normal', samples: 2, damping: 0 });
  const point = { ...sample, theta: [2, -1, 5, 3], inputs: [1, 0] };
  const rows = [Float64Array.of(1, 1), Float64Array.of(0, -2)];
  const seen: number[][] = [];
  await forEachLayerCotangent(point, { samples: 2, outputs: 1, rows }, referenceEngine, (layers, row) => {
    expect(layers.map(({ inputs, outputs }) => [inputs, outputs])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect([...Array.from(layers[0]!.input)]).toEqual([1, 0]);
    expect(Array.from(layers[1]!.input)[0]).toBeCloseTo(Math.tanh(1), 14);
    expect(Array.from(layers[1]!.cotangent)).toEqual([...rows[row]!]);
    seen.push(Array.from(layers[0]!.cotangent));
  });
  const slope = 5 * (1 - Math.tanh(1) ** 2);
  [
    [slope, slope],
    [0, -2 * slope],
  ].forEach((row, r) => {
    row.forEach((entry, n) => {
      expect(seen[r]![n]).toBeCloseTo(entry, 13);
    });
  });
});
