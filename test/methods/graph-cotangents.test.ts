import { expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { forEachGraphCotangent } from '../../src/methods/graph-cotangents.ts';
import { type FisherPoint, lossGradient, outputsAt } from '../../src/methods/index.ts';
import { graphLayers, headByName, importOnnx } from '../../src/network/index.ts';
import { writeOnnx } from '../network/onnx-writer.ts';
import { sampleModels, wave } from '../network/sample-onnx.ts';

test('the gradient by a weight is the sum of cotangents times what the layer sees, the samples being the last axis', async () => {
  const { network, theta } = importOnnx(writeOnnx(sampleModels['an attention layer']!), 'm');
  const samples = 2;
  const inputs = wave([samples, 24], 9).data;
  const point: FisherPoint = {
    model: { network, head: headByName('normal') },
    theta,
    inputs: Float64Array.from(inputs),
    samples,
    damping: 0,
    dtype: 'float64',
  };
  const { layers } = graphLayers(network);
  const value = layers.findIndex(({ weight }) => weight.name === 'wv');
  const outputs = network.outputs;
  const rows = [Float64Array.from(wave([samples, outputs], 3).data), new Float64Array(samples * outputs)];
  const gradient = new Float64Array(36);
  let passes = 0;
  await forEachGraphCotangent(
    { ...point, model: { ...point.model, network } },
    layers,
    { samples, outputs, rows },
    referenceEngine,
    (seen, count) => {
      passes += count;
      const { input, cotangents } = seen[value]!;
      expect(cotangents[1]!.every((entry) => entry === 0)).toBe(true);
      for (let n = 0; n < count; n += 1)
        for (let t = 0; t < 4; t += 1)
          for (let i = 0; i < 6; i += 1)
            for (let j = 0; j < 6; j += 1)
              gradient[i * 6 + j] =
                gradient[i * 6 + j]! + input[(t * 6 + i) * count + n]! * cotangents[0]![(t * 6 + j) * count + n]!;
    },
  );
  expect(passes).toBe(samples);
  // The gradient of the mean loss |h - y|^2 / 2 at targets y = h - row has the same cotangents over the samples.
  const plain = await lossGradient(point, shifted(await outputsAt(point, referenceEngine), rows[0]!), referenceEngine);
  const { start } = layers[value]!.weight;
  gradient.forEach((entry, k) => {
    expect(plain[start + k]! * samples).toBeCloseTo(entry, 10);
  });
});

function shifted(h: Float64Array, row: Float64Array): Float64Array {
  return h.map((entry, i) => entry - row[i]!);
}
