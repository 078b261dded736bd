import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type NetworkOptionValues, networkOptions, networkSubject } from '../../src/cli/network-subject.ts';
import { InputError } from '../../src/errors.ts';
import { denseNetwork, importOnnx, initialParameters, randomSource } from '../../src/network/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'subject-'));
afterAll(() => rmSync(folder, { recursive: true }));
const data = join(folder, 'D.json');
writeFileSync(
  data,
  JSON.stringify({
    inputs: [
      [1, 2],
      [3, 4],
    ],
    targets: [0, 1],
  }),
);

const fallbacks = Object.fromEntries(
  Object.entries(networkOptions).map(([name, option]) => [name, option.fallback]),
) as unknown as NetworkOptionValues;
const subject = (changes: Partial<NetworkOptionValues>) =>
  networkSubject({ ...fallbacks, widths: [2, 3, 2], data, ...changes });

describe('the options of a network', () => {
  it('give network, parameters, data and head', () => {
    const { point, targets, head, parameters } = subject({ damping: 0.5 });
    expect(point).toMatchObject({ samples: 2, damping: 0.5, dtype: 'float64' });
    expect([...point.inputs]).toEqual([1, 2, 3, 4]);
    expect(point.theta).toEqual(initialParameters(denseNetwork([2, 3, 2]), randomSource(1)));
    expect([targets, head, parameters]).toEqual([[[0], [1]], 'categorical with softmax link', 17]);
    expect(subject({ seed: 2 }).point.theta).not.toEqual(point.theta);
    expect(subject({ initialisation: 'he' }).point.theta).not.toEqual(point.theta);
  });

  it('take images of MNIST as data', () => {
    const { point, targets } = subject({ widths: [784, 10], data: 'mnist:3' });
    expect([point.samples, point.inputs.length]).toEqual([3, 3 * 784]);
    expect(targets).toEqual([[5], [0], [4]]); // the first three digits of the training images
    expect(Math.max(...point.inputs)).toBe(1);
  });

  it('refuse a model whose parameters are not finite', () => {
    const bytes = readFileSync(new URL('../../examples/mnist-dense.onnx', import.meta.url));
    const { theta } = importOnnx(bytes, 'm');
    const last = Float32Array.of(theta.at(-1)!);
    const at = bytes.indexOf(Buffer.from(last.buffer));
    expect(at).toBeGreaterThan(0);
    bytes.writeFloatLE(Number.NaN, at);
    const model = join(folder, 'nan.onnx');
    writeFileSync(model, bytes);
    expect(() => subject({ widths: undefined, model, data: 'mnist:1' })).toThrow(InputError);
    expect(() => subject({ widths: undefined, model, data: 'mnist:1' })).toThrow(
      `parameter ${theta.length - 1} of ${theta.length}, in theta order, is NaN`,
    );
  });

  it.each([
    [{ widths: undefined }, /given by --widths/],
    [{ data: undefined }, /given by --data/],
    [{ data: 'mnist:0' }, /expected mnist:N/],
    [{ data: 'mnist:many' }, /expected mnist:N/],
    [{ widths: [3, 2] }, /data have 2 features, but the network 3-2 takes 3/],
    [{ head: 'gamma', widths: [2, 3] }, /groups of 2/],
    [{ scale: 2 }, /Only the normal head/],
  ] as const)('that do not fit are refused: %j', (changes, message) => {
    expect(() => subject(changes)).toThrow(InputError);
    expect(() => subject(changes)).toThrow(message);
  });

  it('are read from words', () => {
    expect(networkOptions.widths.parse('784,100,10')).toEqual([784, 100, 10]);
    for (const given of ['784', '2,0', '2,x', '']) expect(() => networkOptions.widths.parse(given)).toThrow(InputError);
    expect(networkOptions.damping.parse('0')).toBe(0);
    for (const given of ['-1', '', 'NaN']) expect(() => networkOptions.damping.parse(given)).toThrow(InputError);
  });
});
