import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { mnist } from '../../src/network/index.ts';

describe('MNIST', () => {
  test('begins with its well-known digits', () => {
    // The first labels of both files, as in every description of the data set.
    expect([...mnist('train', 10).labels]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    expect([...mnist('test', 10).labels]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
  });

  test('has pixels between 0 and 1 with its well-known mean 0.1307 and deviation 0.3081', () => {
    // These are the constants with which everybody normalises MNIST.
    const { inputs, features, count } = mnist('train');
    expect([count, features]).toEqual([60_000, 784]);
    let sum = 0;
    let squares = 0;
    let largest = 0;
    for (const pixel of inputs) {
      sum += pixel;
      squares += pixel * pixel;
      largest = Math.max(largest, pixel);
    }
    const mean = sum / inputs.length;
    expect(largest).toBe(1);
    expect(mean).toBeCloseTo(0.1307, 4);
    expect(Math.sqrt(squares / inputs.length - mean * mean)).toBeCloseTo(0.3081, 4);
  });

  test('has no more images than it has', () => {
    expect(() => mnist('test', 10_001)).toThrow(/10000 images; asked for the first 10001/);
    expect(() => mnist('test', 0)).toThrow(InputError);
  });
});

describe('a directory of IDX files', () => {
  let directory = '';
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'fisher-rao-idx-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const write = (images: readonly number[], labels: readonly number[]): void => {
    writeFileSync(join(directory, 'train-images-idx3-ubyte'), Uint8Array.from(images));
    writeFileSync(join(directory, 'train-labels-idx1-ubyte'), Uint8Array.from(labels));
  };

  test('is read as MNIST is, pixels divided by 255', () => {
    write([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 51, 255, 102], [0, 0, 8, 1, 0, 0, 0, 2, 3, 9]);
    const data = mnist('train', undefined, directory);
    expect([...data.inputs]).toEqual([0, 0.2, 1, 0.4]);
    expect([...data.labels]).toEqual([3, 9]);
  });

  test('is refused when a file is missing, has the wrong axes, or the counts differ', () => {
    expect(() => mnist('test', 1, directory)).toThrow(/Cannot read the IDX file.*t10k-images/);
    write([0, 0, 8, 1, 0, 0, 0, 1, 0], [0, 0, 8, 1, 0, 0, 0, 1, 0]);
    expect(() => mnist('train', 1, directory)).toThrow(/images with 3 axes/);
    write([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 5], [0, 0, 8, 1, 0, 0, 0, 2, 1, 1]);
    expect(() => mnist('train', 1, directory)).toThrow(/1 images, but 2 labels/);
    write([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 5], [0, 0, 8, 1, 0, 0, 0, 1, 10]);
    expect(() => mnist('train', 1, directory)).toThrow(/label 10, expected one of 0 to 9/);
  });
});
