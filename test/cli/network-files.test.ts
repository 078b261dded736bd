import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSamples, readVector, readWeights } from '../../src/cli/network-files.ts';
import { InputError } from '../../src/errors.ts';
import { denseNetwork } from '../../src/network/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'network-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: unknown): string {
  const path = join(folder, 'file.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const network = denseNetwork([2, 1, 1]);
const layers = [
  { weight: [[1, 2]], bias: [3] },
  { weight: [[4]], bias: [5] },
];

describe('a file of weights', () => {
  it('gives theta: rows of weights, then biases, layer by layer', () => {
    expect([...readWeights(file({ layers }), network)]).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([
    [{ layers: layers.slice(1) }, /1 layers, but the network 2-1-1 has 2/],
    [{ layers: [layers[1], layers[1]] }, /layers\[0\]\.weight\[0\] has 1 entries, expected 2/],
    [{ layers: [{ ...layers[0], bias: [] }, layers[1]] }, /layers\[0\] has 1 rows of weights and 0 biases, expected 1/],
    [{ layers: [{ weight: [['1', 2]], bias: [3] }, layers[1]] }, /layers\[0\]\.weight\[0\]\[0\]/],
    [{}, /layers/],
    ['[', /cannot read .*expected \{"layers"/],
  ])('that does not fit is refused with its field: %j', (content, message) => {
    expect(() => readWeights(file(content), network)).toThrow(InputError);
    expect(() => readWeights(file(content), network)).toThrow(message);
  });
});

describe('a file of samples', () => {
  it('gives rows of inputs, and targets where there are any, labels as rows of one', () => {
    const read = readSamples(
      file({
        inputs: [
          [1, 2],
          [3, 4],
        ],
        targets: [7, [8, 9]],
      }),
    );
    expect(read).toEqual({ samples: 2, features: 2, inputs: Float64Array.of(1, 2, 3, 4), targets: [[7], [8, 9]] });
    expect(readSamples(file({ inputs: [[1]] })).targets).toBeUndefined();
  });

  it.each([
    [{ inputs: [[1, 2], [3]] }, /inputs\[1\] has 1 entries, expected 2/],
    [{ inputs: [[]] }, /inputs\[0\] is empty/],
    [{ inputs: [] }, /inputs/],
    [{ inputs: [[1]], targets: [1, 2] }, /2 targets for 1 inputs/],
    [{ inputs: [[1]], labels: [1] }, /labels/],
  ])('that does not fit is refused with its field: %j', (content, message) => {
    expect(() => readSamples(file(content))).toThrow(InputError);
    expect(() => readSamples(file(content))).toThrow(message);
  });
});

describe('a file of a vector', () => {
  it('has one number for each parameter', () => {
    expect(readVector(file([1, 2]), 2)).toEqual(Float64Array.of(1, 2));
    expect(() => readVector(file([1, 2]), 3)).toThrow(/2 numbers, but the network has 3 parameters/);
    expect(() => readVector(join(folder, 'none.json'), 3)).toThrow(InputError);
  });
});
