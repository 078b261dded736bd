import type { Engine } from '../engine/index.ts';
import type { FisherPoint } from './fisher-immersion.ts';
import { forEachLayerCotangent } from './layer-cotangents.ts';
import type { OutputFactors } from './output-factors.ts';

/** The Kronecker factors of a layer's block of the Fisher matrix, row-major. */
export interface KroneckerFactor {
  /** A = (1/N) sum_n (a_n; 1)(a_n; 1)^T, of side inputs + 1; the bias comes last. */
  readonly inputs: Float64Array;
  readonly inputSide: number;
  /** B = (1/N) sum_rn delta_rn delta_rn^T, of side outputs. */
  readonly cotangents: Float64Array;
  readonly outputSide: number;
}

/**
 * KFAC: the block of each dense layer approximated by B (x) A, the mean of products by the product of means
 * [Martens-Grosse 2015, arXiv:1503.05671]. Entry (i, j), (k, l) of a weight block is B_ik A_jl. Exact for one sample, and for
 * one factor row whose cotangents do not depend on the sample.
 */
export async function kroneckerFactors(
  point: FisherPoint,
  factors: OutputFactors,
  engine: Engine,
): Promise<readonly KroneckerFactor[]> {
  const { samples } = factors;
  const found: KroneckerFactor[] = [];
  await forEachLayerCotangent(point, factors, engine, (layers, row) => {
    layers.forEach(({ inputs, outputs, input, cotangent }, l) => {
      if (row === 0) {
        const inputSide = inputs + 1;
        found.push({
          inputs: meanSquare(samples, inputSide, (n, j) => (j === inputs ? 1 : input[n * inputs + j]!)),
          inputSide,
          cotangents: new Float64Array(outputs * outputs),
          outputSide: outputs,
        });
      }
      const { cotangents } = found[l]!;
      meanSquare(samples, outputs, (n, i) => cotangent[n * outputs + i]!).forEach((entry, i) => {
        cotangents[i] = cotangents[i]! + entry;
      });
    });
  });
  return found;
}

/** The block of a layer that its Kronecker factors stand for, in theta order, W by rows and then b. */
export function kroneckerBlock({ inputs, inputSide, cotangents, outputSide }: KroneckerFactor): Float64Array {
  const side = inputSide * outputSide;
  const block = new Float64Array(side * side);
  const width = inputSide - 1;
  const place = (i: number, j: number): number => (j === width ? outputSide * width + i : i * width + j);
  for (let i = 0; i < outputSide; i += 1)
    for (let k = 0; k < outputSide; k += 1)
      for (let j = 0; j < inputSide; j += 1)
        for (let l = 0; l < inputSide; l += 1)
          block[place(i, j) * side + place(k, l)] = cotangents[i * outputSide + k]! * inputs[j * inputSide + l]!;
  return block;
}

/** (1/N) sum_n v_n v_n^T, row-major. */
function meanSquare(samples: number, side: number, entry: (n: number, i: number) => number): Float64Array {
  const sum = new Float64Array(side * side);
  const v = new Float64Array(side);
  for (let n = 0; n < samples; n += 1) {
    for (let i = 0; i < side; i += 1) v[i] = entry(n, i);
    for (let i = 0; i < side; i += 1) {
      const factor = v[i]! / samples;
      if (factor === 0) continue;
      for (let j = 0; j < side; j += 1) sum[i * side + j] = sum[i * side + j]! + factor * v[j]!;
    }
  }
  return sum;
}
