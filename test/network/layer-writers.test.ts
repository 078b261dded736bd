import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { featureCount, type ImportedNetwork, importLayersModel, networkProgram } from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';
import { wave } from './sample-onnx.ts';

beforeAll(() => tf.setBackend('cpu'));

/** A model as TensorFlow.js saves it, read back here. */
async function saved(model: tfl.LayersModel): Promise<ImportedNetwork> {
  let read: ImportedNetwork | undefined;
  await model.save({
    save: async ({ modelTopology, weightSpecs, weightData }) => {
      const weights = new Uint8Array(weightData as ArrayBuffer);
      const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
      // What a file holds is JSON.
      const file: unknown = JSON.parse(JSON.stringify({ modelTopology, weightsManifest }));
      read = importLayersModel({ model: file, weights: () => weights }, 'model.json');
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    },
  });
  return read!;
}

/** Weights away from zero, variances positive. */
function settle(model: tfl.LayersModel): void {
  model.setWeights(
    model.weights.map(({ name, shape }, i) => {
      const { data } = wave(shape as number[], i + 1, 0.5);
      return tf.tensor(name.includes('variance') ? data.map((x) => 1 + x * x) : data, shape as number[]);
    }),
  );
}

const image = [8, 7, 2] as const;

const models: Readonly<Record<string, () => tfl.LayersModel>> = {
  'a sequence of dense layers with every activation that is known': () =>
    tfl.sequential({
      layers: (['relu', 'relu6', 'tanh', 'sigmoid', 'softplus', 'elu', 'swish', 'softmax'] as const).map(
        (activation, i) => tfl.layers.dense({ units: 5, activation, ...(i === 0 ? { inputShape: [4] } : {}) }),
      ),
    }),
  'a sequence of convolutions, pools and normalisations': () =>
    tfl.sequential({
      layers: [
        tfl.layers.conv2d({ inputShape: [...image], filters: 3, kernelSize: 3, padding: 'same', activation: 'tanh' }),
        tfl.layers.batchNormalization(),
        tfl.layers.maxPooling2d({ poolSize: 2 }),
        tfl.layers.conv2d({ filters: 4, kernelSize: [2, 1], strides: [2, 1], useBias: false }),
        tfl.layers.leakyReLU({ alpha: 0.2 }),
        tfl.layers.averagePooling2d({ poolSize: [1, 2], strides: [1, 1], padding: 'same' }),
        tfl.layers.layerNormalization(),
        tfl.layers.flatten(),
        tfl.layers.dropout({ rate: 0.5 }),
        tfl.layers.dense({ units: 3 }),
      ],
    }),
  'a functional model with a residual sum': () => {
    const input = tfl.input({ shape: [6] });
    const hidden = tfl.layers.dense({ units: 6, activation: 'tanh' }).apply(input) as tfl.SymbolicTensor;
    const sum = tfl.layers.add().apply([hidden, input]) as tfl.SymbolicTensor;
    const output = tfl.layers.dense({ units: 2 }).apply(sum) as tfl.SymbolicTensor;
    return tfl.model({ inputs: input, outputs: output });
  },
  'a functional model with branches of convolutions side by side': () => {
    const input = tfl.input({ shape: [...image] });
    const branch = (kernelSize: number) =>
      tfl.layers
        .conv2d({ filters: 2, kernelSize, padding: 'same', activation: 'sigmoid' })
        .apply(input) as tfl.SymbolicTensor;
    const joined = tfl.layers.concatenate().apply([branch(1), branch(3), input]) as tfl.SymbolicTensor;
    const pooled = tfl.layers
      .globalAveragePooling2d({ dataFormat: 'channelsLast' })
      .apply(joined) as tfl.SymbolicTensor;
    return tfl.model({ inputs: input, outputs: tfl.layers.dense({ units: 3 }).apply(pooled) as tfl.SymbolicTensor });
  },
  'a functional model that uses a layer twice and merges in every way': () => {
    const input = tfl.input({ shape: [4] });
    const shared = tfl.layers.dense({ units: 4, activation: 'tanh' });
    const once = shared.apply(input) as tfl.SymbolicTensor;
    const twice = shared.apply(once) as tfl.SymbolicTensor;
    const merges = [tfl.layers.multiply(), tfl.layers.average(), tfl.layers.maximum(), tfl.layers.minimum()];
    const merged = merges.map((layer) => layer.apply([once, twice, input]) as tfl.SymbolicTensor);
    const all = tfl.layers.concatenate().apply(merged) as tfl.SymbolicTensor;
    return tfl.model({ inputs: input, outputs: tfl.layers.dense({ units: 2 }).apply(all) as tfl.SymbolicTensor });
  },
};

test.each(Object.entries(models))('%s has the outputs that TensorFlow.js gives it, to float32', async (_, make) => {
  const model = make();
  settle(model);
  const { network, theta } = await saved(model);
  const samples = 3;
  const shape = [samples, ...(model.inputs[0]!.shape.slice(1) as number[])];
  const data = wave(shape, 5).data.map(Math.fround);
  const expected = (model.predict(tf.tensor(data, shape)) as tf.Tensor).dataSync();
  const { h } = evaluate(networkProgram(network, samples, 'float64'), {
    theta: tensor('float64', [theta.length], theta),
    x: tensor('float64', [samples, featureCount(network)], data),
  });
  expect(h!.data.length).toBe(expected.length);
  const largest = Math.max(...expected.map(Math.abs));
  h!.data.forEach((value, i) => {
    expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-6 * largest);
  });
});

test('several inputs are refused', async () => {
  const inputs = [tfl.input({ shape: [2] }), tfl.input({ shape: [2] })];
  const output = tfl.layers.add().apply(inputs) as tfl.SymbolicTensor;
  await expect(saved(tfl.model({ inputs, outputs: output }))).rejects.toThrow(/2 inputs; a model with one input/);
});
