import { InputError } from '../errors.ts';
import type { StoredTensor } from '../onnx-file/index.ts';

/** A group of a weights manifest: files whose bytes, one after the other, are those of the weights. */
export interface WeightGroup {
  readonly paths: readonly string[];
  readonly weights: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly dtype: string;
    readonly quantization?: unknown;
  }[];
}

/**
 * The weights of a LayersModel by name.
 *
 * @throws InputError if one is not plain float32, or a file ends too early.
 */
export function storedWeights(
  manifest: readonly WeightGroup[],
  read: (path: string) => Uint8Array,
  name: string,
): ReadonlyMap<string, StoredTensor> {
  const stored = new Map<string, StoredTensor>();
  for (const { paths, weights } of manifest) {
    const bytes = Buffer.concat(paths.map(read));
    let at = 0;
    for (const { name: weight, shape, dtype, quantization } of weights) {
      if (dtype !== 'float32' || quantization)
        throw new InputError(
          `${name}: weight ${weight} is ${quantization ? 'quantised' : dtype}; plain float32 is read.`,
        );
      const count = shape.reduce((product, size) => product * size, 1);
      if (at + 4 * count > bytes.length)
        throw new InputError(`${name}: the files ${paths.join(', ')} end before weight ${weight}. Are they truncated?`);
      const start = at;
      const data = Float64Array.from({ length: count }, (_, i) => bytes.readFloatLE(start + 4 * i));
      stored.set(weight, { name: weight, shape, type: 'float', data });
      at += 4 * count;
    }
  }
  return stored;
}
