import type { DiagonalBlock } from './fisher-forms.ts';

/** The Kronecker factors of a layer's block of the Fisher matrix, row-major. */
export interface KroneckerFactor {
  readonly name: string;
  /** A = E[(a; 1)(a; 1)^T], of side inputs + 1 with the bias last, or of side inputs where the layer has none. */
  readonly inputs: Float64Array;
  readonly inputSide: number;
  /** B = E[delta delta^T], of side outputs, summed over the rows of output factors. */
  readonly cotangents: Float64Array;
  readonly outputSide: number;
  /** The place in theta of the weight (or bias) from input j to output i, [outputSide, inputSide] row-major. */
  readonly places: Int32Array;
}

/** A Fisher matrix as Kronecker factors of some of its blocks, and other blocks as they are. */
export interface KroneckerForm {
  readonly factors: readonly KroneckerFactor[];
  readonly exact: readonly DiagonalBlock[];
}

/** The block that Kronecker factors stand for, its rows and columns in the order of theta. */
export function kroneckerBlock({ inputs, inputSide, cotangents, outputSide, places }: KroneckerFactor): Float64Array {
  const side = inputSide * outputSide;
  const order = Array.from(places.keys()).sort((a, b) => places[a]! - places[b]!);
  const block = new Float64Array(side * side);
  order.forEach((left, row) => {
    const [i, j] = [Math.floor(left / inputSide), left % inputSide];
    order.forEach((right, column) => {
      const [k, l] = [Math.floor(right / inputSide), right % inputSide];
      block[row * side + column] = cotangents[i * outputSide + k]! * inputs[j * inputSide + l]!;
    });
  });
  return block;
}
