import { describe, expect, test } from 'vitest';
import { evaluate, referenceEngine } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import {
  accuracy,
  adam,
  categoricalHead,
  type DataSet,
  denseNetwork,
  initialParameters,
  networkProgram,
  randomSource,
  type Training,
  type TrainingState,
  train,
  trainingStates,
} from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';

/** Four corners of a square, jittered, labelled by whether the coordinates have equal sign: no linear network can. */
function exclusiveOr(count: number): DataSet {
  const random = randomSource(12);
  const inputs = new Float64Array(2 * count);
  const labels = new Uint8Array(count);
  for (let n = 0; n < count; n += 1) {
    const [a, c] = [n & 1 ? 1 : -1, n & 2 ? 1 : -1];
    inputs[2 * n] = a + 0.2 * random.normal();
    inputs[2 * n + 1] = c + 0.2 * random.normal();
    labels[n] = a === c ? 1 : 0;
  }
  return { name: 'exclusive or', count, features: 2, classes: 2, inputs, labels };
}

const network = denseNetwork([2, 6, 2]);
const training = (): Training => ({
  model: { network, head: categoricalHead() },
  theta: initialParameters(network, randomSource(1)),
  data: exclusiveOr(40),
  optimiser: adam(0.03),
  batch: 8,
  epochs: 20,
  random: randomSource(2),
  dtype: 'float64',
});

describe('training', () => {
  test('learns what no linear network can', async () => {
    const { theta, step, steps } = await train(training(), referenceEngine);
    expect([step, steps]).toEqual([100, 100]);
    const data = exclusiveOr(40);
    const { h } = evaluate(networkProgram(network, 40, 'float64'), {
      theta: tensor('float64', [theta.length], theta),
      x: tensor('float64', [40, 2], data.inputs),
    });
    expect(accuracy(h!, data.labels)).toBe(1);
  });

  test('yields the start and every step, never changing a state that it has yielded', async () => {
    const states: TrainingState[] = [];
    const copies: Float64Array[] = [];
    const last = await train({ ...training(), epochs: 2 }, referenceEngine, (state) => {
      states.push(state);
      copies.push(state.theta.slice());
    });
    expect(states.map((state) => state.step)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(states.map((state) => state.epoch)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2]);
    expect(states.map((state) => state.theta)).toEqual(copies);
    expect(states[0]).toMatchObject({ loss: null, theta: training().theta });
    expect(states.slice(1).every((state) => Number.isFinite(state.loss))).toBe(true);
    expect(last).toBe(states.at(-1));
  });

  test('gives the same numbers for the same seed and others for another', async () => {
    const short = { ...training(), epochs: 1 };
    const first = await train({ ...short, random: randomSource(2) }, referenceEngine);
    expect(await train({ ...short, random: randomSource(2) }, referenceEngine)).toEqual(first);
    expect((await train({ ...short, random: randomSource(3) }, referenceEngine)).theta).not.toEqual(first.theta);
  });

  test('may be left after any step', async () => {
    for await (const state of trainingStates(training(), referenceEngine)) if (state.step === 3) break;
  });

  test('sees each sample once an epoch: with the whole set as batch the order does not matter', async () => {
    const whole = { ...training(), batch: 40, epochs: 3 };
    const first = await train({ ...whole, random: randomSource(2) }, referenceEngine);
    const second = await train({ ...whole, random: randomSource(3) }, referenceEngine);
    expect(first.step).toBe(3);
    second.theta.forEach((value, i) => {
      expect(value).toBeCloseTo(first.theta[i]!, 10);
    });
  });

  test('refuses data that the network does not fit, and an impossible batch', async () => {
    const wrong = { ...training(), model: { network: denseNetwork([2, 3]), head: categoricalHead() } };
    await expect(train(wrong, referenceEngine)).rejects.toThrow(/2 features and 2 classes; the network 2-3/);
    await expect(train({ ...training(), batch: 41 }, referenceEngine)).rejects.toThrow(InputError);
    await expect(train({ ...training(), epochs: 0.5 }, referenceEngine)).rejects.toThrow(InputError);
  });
});
