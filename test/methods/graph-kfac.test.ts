import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import {
  type FisherPoint,
  type KroneckerFactor,
  kroneckerBlock,
  kroneckerForm,
  lossGradient,
  naturalGradient,
  outputFactors,
} from '../../src/methods/index.ts';
import { denseNetwork, featureCount, type HeadName, headByName, importOnnx } from '../../src/network/index.ts';
import { type WrittenModel, writeOnnx } from '../network/onnx-writer.ts';
import { sampleModels, wave } from '../network/sample-onnx.ts';
import { matrixOf } from './sample-factors.ts';

function pointOf(model: WrittenModel, head: HeadName, samples: number, inputs?: readonly number[]): FisherPoint {
  const { network, theta } = importOnnx(writeOnnx({ ...model, float64: true }), 'm.onnx');
  const features = featureCount(network);
  return {
    model: { network, head: headByName(head) },
    theta,
    inputs: Float64Array.from(inputs ?? wave([samples, features], 9).data),
    samples,
    damping: 0,
    dtype: 'float64',
  };
}

async function formOf(point: FisherPoint) {
  return kroneckerForm(point, await outputFactors(point, { kind: 'exact' }, referenceEngine), referenceEngine);
}

/** The largest difference of the blocks of a form from those of the exact matrix, relative to its largest entry. */
async function worstBlock(point: FisherPoint): Promise<number> {
  const matrix = await matrixOf(point, { kind: 'exact' });
  const { factors, exact } = await formOf(point);
  const blocks = [
    ...factors.map((factor) => ({ at: [...factor.places].sort((a, b) => a - b), block: kroneckerBlock(factor) })),
    ...exact.map(({ start, size, matrix }) => ({
      at: Array.from({ length: size }, (_, i) => start + i),
      block: matrix,
    })),
  ];
  expect(blocks.flatMap(({ at }) => at).sort((a, b) => a - b)).toEqual(Array.from(point.theta, (_, i) => i));
  const largest = matrix.to1DArray().reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  let worst = 0;
  for (const { at, block } of blocks)
    at.forEach((i, row) => {
      at.forEach((j, column) => {
        worst = Math.max(worst, Math.abs(block[row * at.length + column]! - matrix.get(i, j)));
      });
    });
  return worst / largest;
}

describe('Kronecker factors of a graph', () => {
  const dense = pointOf(sampleModels['a dense network as PyTorch writes it']!, 'categorical', 5);

  test('of Gemm layers are those of the dense network', async () => {
    const same: FisherPoint = { ...dense, model: { ...dense.model, network: denseNetwork([3, 4, 2], 'relu') } };
    const [graph, plain] = [await formOf(dense), await formOf(same)];
    expect(graph.factors.map(({ name }) => name)).toEqual(['fc1.weight', 'fc2.weight']);
    expect(graph.exact).toEqual([]);
    graph.factors.forEach((factor, l) => {
      const other = plain.factors[l]!;
      expect([...factor.places]).toEqual([...other.places]);
      for (const side of ['inputs', 'cotangents'] as const)
        factor[side].forEach((entry, i) => {
          expect(entry).toBeCloseTo(other[side][i]!, 12);
        });
    });
    const targets = Float64Array.from([1, 0, 0, 1, 1, 0, 1, 0, 0, 1]);
    const directions: Float64Array[] = [];
    for (const point of [dense, same]) {
      const damped = { ...point, damping: 0.1 };
      const factors = await outputFactors(damped, { kind: 'exact' }, referenceEngine);
      const gradient = await lossGradient(damped, targets, referenceEngine);
      directions.push((await naturalGradient(damped, factors, gradient, 'kfac', referenceEngine)).direction);
    }
    directions[0]!.forEach((entry, i) => {
      expect(entry).toBeCloseTo(directions[1]![i]!, 10);
    });
  });

  test('of MatMul and Add know where weights and biases stand: inputs are the rows there', async () => {
    const { factors } = await formOf(pointOf(sampleModels['a dense network as Keras writes it']!, 'normal', 2));
    const [first, second] = factors;
    expect([first!.inputSide, first!.outputSide, second!.inputSide]).toEqual([4, 4, 4]);
    // theta: kernel [3, 4], bias [4], kernel2 [4, 2]; row i of the places belongs to output i.
    expect([...first!.places.slice(4, 8)]).toEqual([1, 5, 9, 13]);
    expect([...second!.places.slice(0, 4)]).toEqual([16, 18, 20, 22]);
  });

  test.each([
    ['a dense network as Keras writes it', 'bernoulli'],
    ['a dense network as PyTorch writes it', 'normal-learned-variance'],
  ] as const)('are exact for a single sample: %s, %s', async (name, head) => {
    expect(await worstBlock(pointOf(sampleModels[name]!, head, 1))).toBeLessThan(1e-12);
    expect(await worstBlock(pointOf(sampleModels[name]!, head, 3))).toBeGreaterThan(1e-3);
  });

  const window: WrittenModel = {
    input: [4, 3, 2],
    output: 'y',
    floats: { w: wave([4, 2, 3, 2], 1), b: wave([4], 2), gain: wave([4, 1, 1], 3) },
    integers: { flat: [0, -1] },
    nodes: [
      ['Conv', ['x', 'w', 'b'], 'a', { group: 2, kernel_shape: [3, 2] }],
      ['Tanh', ['a'], 't'],
      ['Mul', ['t', 'gain'], 'g'],
      ['Reshape', ['g', 'flat'], 'y'],
    ],
  };

  test('are exact for a single sample of a convolution with one place, group by group, beside exact blocks', async () => {
    const point = pointOf(window, 'bernoulli', 1);
    const { factors, exact } = await formOf(point);
    expect(factors.map(({ name }) => name)).toEqual(['w (group 0)', 'w (group 1)']);
    expect(exact.map(({ name }) => name)).toEqual(['gain']);
    expect(await worstBlock(point)).toBeLessThan(1e-12);
  });

  const linear = (
    input: readonly number[],
    nodes: WrittenModel['nodes'],
    floats: WrittenModel['floats'],
    last = 'a',
  ) => ({
    input,
    output: 'y',
    floats,
    integers: { flat: [0, -1], places: [2] },
    nodes: [...nodes, ['Reshape', [last, 'flat'], 'y']] as WrittenModel['nodes'],
  });
  const floats = { w: wave([3, 2, 2, 2], 1), b: wave([3], 2) };
  const convolution = [
    'Conv',
    ['x', 'w', 'b'],
    'a',
    { kernel_shape: [2, 2], strides: [2, 1], dilations: [1, 2] },
  ] as const;
  const product: WrittenModel['nodes'] = [
    ['MatMul', ['x', 'w'], 'm'],
    ['Add', ['m', 'b'], 'a'],
  ];

  test.each([
    ['a convolution', linear([2, 4, 5], [convolution], floats)],
    ['a product of rows', linear([4, 3], product, { w: wave([3, 2], 1), b: wave([2], 2) })],
  ])('are exact where their assumptions hold: one sample of %s, each place an output of its own', async (_, model) => {
    // Cotangents of different places are then uncorrelated and alike, and one sample has no others to mix with.
    expect(await worstBlock(pointOf(model, 'normal', 1))).toBeLessThan(1e-12);
  });

  test('are not exact where cotangents are the same at all places, as in front of a sum over them', async () => {
    const summed = linear([2, 4, 5], [convolution, ['ReduceSum', ['a', 'places'], 's']], floats, 's');
    expect(await worstBlock(pointOf(summed, 'normal', 1))).toBeGreaterThan(0.1);
  });

  test('sum squares of patches over places, zeros at the edges, and average those of cotangents [Grosse-Martens 2016 (24)]', async () => {
    const model = linear([1, 1, 3], [['Conv', ['x', 'w'], 'a', { kernel_shape: [1, 2], pads: [0, 1, 0, 0] }]], {
      w: wave([1, 1, 1, 2], 1),
    });
    const [first] = (await formOf(pointOf(model, 'normal', 2, [1, 2, 3, 4, 5, 6]))).factors;
    // Patches (0, 1), (1, 2), (2, 3) and (0, 4), (4, 5), (5, 6); each of the three outputs has one cotangent 1.
    expect([...first!.inputs]).toEqual([(1 + 4 + 16 + 25) / 2, (2 + 6 + 20 + 30) / 2, 29, (14 + 77) / 2]);
    expect([...first!.cotangents]).toEqual([1]);
  });

  test('go over many samples part by part', async () => {
    const model = sampleModels['a convolutional network']!;
    const whole = await formOf(pointOf(model, 'normal', 3));
    const features = 2 * 7 * 6;
    const all = pointOf(model, 'normal', 3);
    const single: (readonly KroneckerFactor[])[] = [];
    for (let n = 0; n < 3; n += 1) {
      const part = { ...all, samples: 1, inputs: all.inputs.slice(n * features, (n + 1) * features) };
      single.push((await formOf(part)).factors);
    }
    whole.factors.forEach((factor, l) => {
      factor.inputs.forEach((entry, i) => {
        expect(entry).toBeCloseTo(single.reduce((sum, parts) => sum + parts[l]!.inputs[i]!, 0) / 3, 10);
      });
    });
  });

  test('refuse by name a parameter outside of layers that is too large for an exact block', async () => {
    const model: WrittenModel = {
      input: [600],
      output: 'y',
      floats: { mask: wave([600], 1), w: wave([600, 1], 2) },
      nodes: [
        ['Mul', ['x', 'mask'], 'a'],
        ['MatMul', ['a', 'w'], 'y'],
      ],
    };
    const point = pointOf(model, 'normal', 2);
    await expect(formOf(point)).rejects.toThrow(UnsupportedError);
    await expect(formOf(point)).rejects.toThrow(/"mask" with 600 numbers .* used by Mul/);
  });
});
