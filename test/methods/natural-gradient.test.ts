import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { evaluate, referenceEngine } from '../../src/engine/index.ts';
import {
  type FisherPoint,
  immerse,
  inverseMetricProduct,
  lossGradient,
  type NaturalForm,
  naturalGradient,
  outputFactors,
} from '../../src/methods/index.ts';
import { denseNetwork, headByName, lossProgram } from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';
import { sampleInputs, sampleParameters } from '../network/sample-networks.ts';
import { matrixOf, sampleWith } from './sample-factors.ts';
import { sphere, surface } from './sample-immersions.ts';
import { reparametrisation } from './sample-reparametrisations.ts';

const targets = (samples: number): Float64Array =>
  Float64Array.from({ length: 2 * samples }, (_, i) => ((i >> 1) % 2 === i % 2 ? 1 : 0));

async function natural(point: FisherPoint, form: NaturalForm) {
  const factors = await outputFactors(point, { kind: 'exact' }, referenceEngine);
  const gradient = await lossGradient(point, targets(point.samples), referenceEngine);
  return { gradient, ...(await naturalGradient(point, factors, gradient, form, referenceEngine)) };
}

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, digits: number): void {
  expect(found.length).toBe(expected.length);
  Array.from(found).forEach((entry, i) => {
    expect(entry).toBeCloseTo(expected[i]!, digits);
  });
}

const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.hypot(...Array.from(a, (entry, i) => entry - b[i]!)) / Math.hypot(...Array.from(a));

describe('the gradient of the loss', () => {
  test('agrees with differences', async () => {
    const point = sampleWith('categorical');
    const gradient = await lossGradient(point, targets(4), referenceEngine);
    const program = lossProgram(point.model, 4, 'float64');
    const loss = (theta: ArrayLike<number>): number =>
      evaluate(program, {
        theta: tensor('float64', [10], Float64Array.from(theta)),
        x: tensor('float64', [4, 1], point.inputs),
        y: tensor('float64', [4, 2], targets(4)),
      })['loss']!.data[0]!;
    gradient.forEach((entry, i) => {
      const moved = (h: number) => Array.from(point.theta, (x, k) => (k === i ? x + h : x));
      expect(entry).toBeCloseTo((loss(moved(1e-5)) - loss(moved(-1e-5))) / 2e-5, 8);
    });
  });
});

describe('the natural gradient', () => {
  test.each(['full', 'block-diagonal', 'diagonal'] as const)('damped, %s: solves with that form', async (form) => {
    const point = { ...sampleWith('categorical'), damping: 0.05 };
    const { gradient, direction, slope } = await natural(point, form);
    const matrix = await matrixOf({ ...point, damping: 0 }, { kind: 'exact' });
    // 1-2-2: parameters 0 to 3 are the first layer, 4 to 9 the second.
    const layer = (i: number): number => (i < 4 ? 0 : 1);
    const kept = (i: number, j: number): boolean =>
      form === 'full' || (form === 'diagonal' ? i === j : layer(i) === layer(j));
    const damped = new Matrix(
      Array.from({ length: 10 }, (_, i) =>
        Array.from({ length: 10 }, (__, j) => (kept(i, j) ? matrix.get(i, j) : 0) + (i === j ? 0.05 : 0)),
      ),
    );
    expectClose(direction, solve(damped, Matrix.columnVector([...gradient])).to1DArray(), 8);
    expect(slope).toBeCloseTo(
      gradient.reduce((sum, entry, i) => sum + entry * direction[i]!, 0),
      12,
    );
    expect(slope).toBeGreaterThan(0);
  });

  test('by Kronecker factors is that of the blocks for one sample, where they are exact, damped or not', async () => {
    for (const damping of [0.05, 0]) {
      const point = { ...sampleWith('categorical', 1), damping };
      const [blocks, kfac] = [await natural(point, 'block-diagonal'), await natural(point, 'kfac')];
      expectClose(kfac.direction, blocks.direction, 9);
    }
    const many = { ...sampleWith('categorical', 6), damping: 0.05 };
    expect(
      distance((await natural(many, 'kfac')).direction, (await natural(many, 'block-diagonal')).direction),
    ).toBeGreaterThan(1e-3);
  });

  test('undamped, full: the image of the pseudo-inverse fits the scores best', async () => {
    const point = sampleWith('categorical');
    const { gradient, direction } = await natural(point, 'full');
    const matrix = await matrixOf(point, { kind: 'exact' });
    // The gradient of a loss lies in the range of the exact Fisher matrix.
    expectClose(matrix.mmul(Matrix.columnVector([...direction])).to1DArray(), gradient, 9);
  });
});

describe('which natural gradients depend on the parametrisation', () => {
  const matrix = [
    [2, 0.5],
    [-0.3, 1],
  ];
  const change = reparametrisation([0.6, 0.4], matrix, 0.4);
  const covector = [0.7, -0.2];

  test('of full rank: the undamped one is a vector, the damped one is not', async () => {
    for (const damping of [0, 0.3]) {
      const point = { ...sphere(change.theta as [number, number], 1), damping };
      const by = await inverseMetricProduct(await immerse(point, referenceEngine), covector);
      const other = await inverseMetricProduct(
        await immerse(change.compose(point), referenceEngine),
        change.pull(covector),
      );
      if (damping === 0) expectClose(change.push(other.direction), by.direction, 11);
      else expect(distance(change.push(other.direction), by.direction)).toBeGreaterThan(0.01);
    }
  });

  test('of lower rank: the undamped one is not, its image is', async () => {
    const point = surface(change.theta as [number, number], (b, a, c) => [b.sin(b.add(a, b.multiply(c, 2)))]);
    const [by, other] = [await immerse(point, referenceEngine), await immerse(change.compose(point), referenceEngine)];
    const score = await by.codifferential([1]);
    const first = await inverseMetricProduct(by, score);
    const second = await inverseMetricProduct(other, change.pull(score));
    expect(distance(change.push(second.direction), first.direction)).toBeGreaterThan(0.01);
    expectClose(await other.differential(second.direction), await by.differential(first.direction), 11);
  });

  test('affine changes of the inputs: not undamped blocks and Kronecker factors, but damped ones and the diagonal', async () => {
    const network = denseNetwork([2, 2, 2]);
    const head = headByName('categorical');
    const samples = 6;
    const inputs = sampleInputs(samples, 2);
    const theta = sampleParameters(network);
    // x' = C x + c, W' = W C^-1 and b' = b - W' c give the same outputs.
    const [c11, c12, c21, c22] = [1, 0.8, -0.5, 1.5];
    const shift = [0.4, -0.2];
    const det = c11 * c22 - c12 * c21;
    const firstLayer = (v: ArrayLike<number>, offset: readonly number[]): Float64Array => {
      const turned = Float64Array.from(v);
      for (const row of [0, 1]) {
        const [a, b] = [v[2 * row]!, v[2 * row + 1]!];
        turned[2 * row] = (a * c22 - b * c21) / det;
        turned[2 * row + 1] = (-a * c12 + b * c11) / det;
        turned[4 + row] = v[4 + row]! - turned[2 * row]! * offset[0]! - turned[2 * row + 1]! * offset[1]!;
      }
      return turned;
    };
    const moved = Float64Array.from({ length: 2 * samples }, (_, i) => {
      const [x, y] = [inputs[i - (i % 2)]!, inputs[i - (i % 2) + 1]!];
      return (i % 2 === 0 ? c11 * x + c12 * y : c21 * x + c22 * y) + shift[i % 2]!;
    });
    const gap = async (form: NaturalForm, damping: number): Promise<number> => {
      const common = { model: { network, head }, samples, damping, dtype: 'float64' } as const;
      const by = await natural({ ...common, theta, inputs }, form);
      const other = await natural({ ...common, theta: firstLayer(theta, shift), inputs: moved }, form);
      return distance(firstLayer(by.direction, shift), other.direction);
    };
    for (const form of ['block-diagonal', 'kfac'] as const) {
      expect(await gap(form, 0)).toBeLessThan(1e-7);
      expect(await gap(form, 0.1)).toBeGreaterThan(0.01);
    }
    expect(await gap('diagonal', 0)).toBeGreaterThan(0.01);
  });
});
