import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readSamples } from '../../src/cli/network-samples.ts';
import { InputError } from '../../src/errors.ts';
import { packedArchive, storedArchive } from '../network/sample-archives.ts';

const folder = mkdtempSync(join(tmpdir(), 'samples-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const file = (content: unknown): string => written('file.json', JSON.stringify(content));
const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 102);
const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 7, 9);

describe('a JSON file of samples', () => {
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

describe('samples by the end of the name', () => {
  it('.npz: the arrays inputs and targets', () => {
    const read = readSamples(written('D.npz', storedArchive));
    expect(read).toEqual({ samples: 2, features: 2, inputs: Float64Array.of(1.5, -2, 4, 5), targets: [[0], [1]] });
    expect(() => readSamples(written('D.npz', packedArchive))).toThrow(
      /expected the array inputs.*found W0, b0, W1, b1/,
    );
  });

  it('.csv: columns named target or label are targets, all others inputs', () => {
    const read = readSamples(written('D.csv', 'target2,x,label,targeted\n1,2,3,4\n5,6,7,8'));
    expect(read).toEqual({
      samples: 2,
      features: 2,
      inputs: Float64Array.of(2, 4, 6, 8),
      targets: [
        [1, 3],
        [5, 7],
      ],
    });
    expect(readSamples(written('D.tsv', '1\t2'))).toMatchObject({ features: 2, targets: undefined });
    expect(() => readSamples(written('D.csv', 'label\n1'))).toThrow(/every column is a target/);
  });

  it('IDX: bytes over 255, one row an image, with labels of their own file, packed or not', () => {
    const data = written('train-images-idx3-ubyte', images);
    const read = readSamples(data, written('labels.idx', labels));
    expect(read).toEqual({ samples: 2, features: 2, inputs: Float64Array.of(0, 1, 0.2, 0.4), targets: [[7], [9]] });
    expect(readSamples(written('images.idx.gz', gzipSync(images)))).toEqual({ ...read, targets: undefined });
    expect(readSamples(data, written('labels.csv', '7\n9'))).toEqual(read);
  });

  it('mnist:N: images of MNIST with their digits', () => {
    expect(readSamples('mnist:3')).toMatchObject({ samples: 3, features: 784, targets: [[5], [0], [4]] });
    for (const none of ['mnist:0', 'mnist:many', 'mnist:']) expect(() => readSamples(none)).toThrow(/expected mnist:N/);
  });

  it('may be the first of them', () => {
    const data = file({ inputs: [[1], [2], [3]], targets: [4, 5, 6] });
    expect(readSamples(data, undefined, 2)).toEqual({
      samples: 2,
      features: 1,
      inputs: Float64Array.of(1, 2),
      targets: [[4], [5]],
    });
    expect(() => readSamples(data, undefined, 4)).toThrow(/has 3 samples; asked for the first 4/);
  });

  it('that do not fit together are refused', () => {
    const data = written('images.idx', images);
    expect(() => readSamples(data, written('t.csv', '1'))).toThrow(/1 targets for 2 inputs/);
    expect(() => readSamples(written('D.npz', storedArchive), data)).toThrow(/has targets already/);
    expect(() => readSamples(data, 'targets.json')).toThrow(InputError);
    expect(() => readSamples('data.parquet')).toThrow(/cannot tell the format/);
    expect(() => readSamples(join(folder, 'none.npy'))).toThrow(/cannot read/);
  });
});
