import { describe, expect, test } from 'vitest';
import { evaluate, referenceEngine } from '../../src/engine/index.ts';
import { dot } from '../../src/methods/euclidean.ts';
import { fisherImmersion, fisherSpectrum, fisherTraceMeter } from '../../src/methods/index.ts';
import { type DataSet, lossProgram, networkProgram, oneHot, randomSource } from '../../src/network/index.ts';
import { scalar, tensor } from '../../src/program/index.ts';
import { selectOutputs, vjp } from '../../src/transform/index.ts';
import { sampleModel } from './sample-immersions.ts';

const samples = 6;
const labels = Uint8Array.of(0, 2, 1, 1, 0, 2);

describe('the trace of the Fisher matrix', () => {
  test.each([
    { widths: [2, 4, 3], head: 'categorical' },
    { widths: [2, 3, 2, 3], head: 'normal' },
  ] as const)('of a $widths $head network is that of the dense matrix', async (parts) => {
    const point = sampleModel({ ...parts, samples, damping: 0 });
    const meter = await fisherTraceMeter(point.model, dataOf(point.inputs as Float64Array), referenceEngine);
    const { trueFisher } = await meter.measure(point.theta);
    const { trace } = await fisherSpectrum(await fisherImmersion(point, referenceEngine));
    expect(Math.abs(trueFisher / trace - 1)).toBeLessThan(1e-12);
    await meter.dispose();
  });

  test('of the empirical matrix is the mean squared gradient of the observed losses, sample by sample', async () => {
    const { model, theta, inputs } = sampleModel({ widths: [2, 4, 3], head: 'categorical', samples, damping: 0 });
    const data = dataOf(inputs as Float64Array);
    const gradient = selectOutputs(vjp(lossProgram(model, 1, 'float64'), { wrt: ['theta'], of: ['loss'] }), [
      'loss',
      'ct_theta',
    ]);
    let [squares, losses] = [0, 0];
    for (let n = 0; n < samples; n += 1) {
      const { loss, ct_theta } = evaluate(gradient, {
        theta: tensor('float64', [theta.length], theta),
        x: tensor('float64', [1, 2], data.inputs.slice(2 * n, 2 * n + 2)),
        y: tensor('float64', [1, 3], oneHot(labels.slice(n, n + 1), 3)),
        ct_loss: scalar(1),
      });
      squares += dot(ct_theta!.data, ct_theta!.data) / samples;
      losses += loss!.data[0]! / samples;
    }
    const meter = await fisherTraceMeter(model, data, referenceEngine);
    const measured = await meter.measure(theta);
    expect(measured.empiricalFisher).toBeCloseTo(squares, 12);
    expect(measured.loss).toBeCloseTo(losses, 12);
    const { h } = evaluate(networkProgram(model.network, samples, 'float64'), {
      theta: tensor('float64', [theta.length], theta),
      x: tensor('float64', [samples, 2], data.inputs),
    });
    expect(measured.outputs.data).toEqual(h!.data);
    // The two traces are different quantities; a mix-up would show here.
    expect(Math.abs(measured.empiricalFisher / measured.trueFisher - 1)).toBeGreaterThan(0.05);
  });

  test('is the mean empirical trace when the targets are drawn from the model itself', async () => {
    const { model, theta, inputs } = sampleModel({ widths: [2, 4, 3], head: 'categorical', samples, damping: 0 });
    const copies = 400;
    const h = evaluate(networkProgram(model.network, samples, 'float64'), {
      theta: tensor('float64', [theta.length], theta),
      x: tensor('float64', [samples, 2], inputs),
    }).h!;
    const random = randomSource(6);
    const drawn = Uint8Array.from({ length: samples * copies }, (_, at) => {
      const row = h.data.slice((at % samples) * 3, (at % samples) * 3 + 3);
      return model.head.sample(row, random).indexOf(1);
    });
    const repeated = new Float64Array(samples * copies * 2);
    for (let copy = 0; copy < copies; copy += 1) repeated.set(inputs, copy * samples * 2);
    const data: DataSet = {
      name: 'drawn',
      count: samples * copies,
      features: 2,
      classes: 3,
      inputs: repeated,
      labels: drawn,
    };
    const meter = await fisherTraceMeter(model, data, referenceEngine);
    const { trueFisher, empiricalFisher } = await meter.measure(theta);
    // 2,400 squared gradients whose spread is about their mean: 5 % is more than two standard errors.
    expect(Math.abs(empiricalFisher / trueFisher - 1)).toBeLessThan(0.05);
  });
});

function dataOf(inputs: Float64Array): DataSet {
  return { name: 'sample', count: samples, features: 2, classes: 3, inputs, labels };
}
