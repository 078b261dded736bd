import type { Engine } from '../engine/index.ts';
import type { FisherPoint } from './fisher-point.ts';
import type { OutputFactors } from './output-factors.ts';
import type { Lasting } from './resumable.ts';
import { sampleGradientSource } from './sample-gradients.ts';

/** Numbers of gradients that are held at once, unless told. */
const heldNumbers = 2 ** 22;

/** A diagonal with the first of its entries, or of what they are sums of, as many as are done. */
export interface DiagonalStart {
  readonly done: number;
  readonly diagonal: Float64Array;
}

/**
 * The diagonal of the Fisher matrix of the factors, (1/N) sum_rn (J_n^T w_rn)^2 entry by entry, for any network: one
 * backward pass of each sample by each row. Its sum is the trace. What is counted as done are samples. At most about
 * `held` numbers of gradients are kept at once.
 */
export async function sampledDiagonal(
  point: FisherPoint,
  factors: OutputFactors,
  engine: Engine,
  { resume, checkpoint, progress, held = heldNumbers }: Lasting<DiagonalStart> & { readonly held?: number } = {},
): Promise<Float64Array> {
  const size = point.theta.length;
  const diagonal = resume?.diagonal.slice() ?? new Float64Array(size);
  const together = Math.max(1, Math.min(factors.samples, Math.floor(held / size)));
  const source = sampleGradientSource(point, factors, engine);
  try {
    for (let start = resume?.done ?? 0; start < factors.samples; start += together) {
      const { rows, samples } = await source.of(start, Math.min(together, factors.samples - start));
      for (const row of rows)
        for (let n = 0; n < samples; n += 1)
          for (let k = 0; k < size; k += 1) diagonal[k] = diagonal[k]! + row[n * size + k]! ** 2 / factors.samples;
      // The sums grow with every sample: a state must not.
      if (checkpoint) checkpoint({ done: start + samples, diagonal: diagonal.slice() });
      progress?.((start + samples) / factors.samples);
    }
    return diagonal;
  } finally {
    await source.dispose();
  }
}
