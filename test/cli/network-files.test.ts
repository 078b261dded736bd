import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readVector, readWeights } from '../../src/cli/network-files.ts';
import { InputError } from '../../src/errors.ts';
import { denseNetwork } from '../../src/network/index.ts';
import { packedArchive, storedArchive } from '../network/sample-archives.ts';

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

  it('may be arrays of NumPy by name, or all in theta order', () => {
    const archive = join(folder, 'W.npz');
    writeFileSync(archive, packedArchive);
    expect([...readWeights(archive, network)]).toEqual([1, 2, 3, 4, 5]);
    expect(() => readWeights(archive, denseNetwork([1, 2, 1]))).toThrow(/W0 has shape \(1, 2\), expected \(2, 1\)/);
    expect(() => readWeights(archive, denseNetwork([2, 1]))).toThrow(/4 arrays, but the network 2-1 has 2/);
    writeFileSync(archive, storedArchive);
    expect(() => readWeights(archive, network)).toThrow(/W0 is missing, found inputs, targets/);
    const flat = join(folder, 'theta.npy');
    const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (5,), }";
    writeFileSync(
      flat,
      Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length, 0, ...Buffer.from(header), 1, 2, 3, 4, 5]),
    );
    expect([...readWeights(flat, network)]).toEqual([1, 2, 3, 4, 5]);
    expect(readVector(flat, 5)).toEqual(Float64Array.of(1, 2, 3, 4, 5));
    expect(() => readVector(flat, 4)).toThrow(/5 numbers, but the network has 4/);
  });
});

describe('a file of a vector', () => {
  it('has one number for each parameter', () => {
    expect(readVector(file([1, 2]), 2)).toEqual(Float64Array.of(1, 2));
    expect(() => readVector(file([1, 2]), 3)).toThrow(/2 numbers, but the network has 3 parameters/);
    expect(() => readVector(join(folder, 'none.json'), 3)).toThrow(InputError);
  });
});
