/** Section 4: derivatives of the network layer by layer, and bounds by the weights. */
import { type Case, drawCase, norm, range, total } from './setting.ts';

/** A matrix by its rows. */
export type Matrix = readonly (readonly number[])[];

/** The product of two matrices. */
export const product = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => range(b[0].length).map((j) => total(row.map((value, k) => value * b[k][j]))));

/** The transposed matrix. */
export const transposed = (a: Matrix): number[][] => range(a[0].length).map((j) => a.map((row) => row[j]));
const identity = (n: number): number[][] => range(n).map((i) => range(n).map((j) => (i === j ? 1 : 0)));

/** Everything that the lemmas speak of: W_l with bias, W_l without, activations, D_l and B_l. */
interface Layers {
  readonly W: readonly Matrix[];
  readonly h: readonly (readonly number[])[];
  readonly D: readonly Matrix[];
  readonly B: readonly Matrix[];
}

/** Weights, activations, D_l and B_l of all layers of a case. */
export function layersOf({ widths, theta, x, activation }: Case): Layers {
  const W: number[][][] = [];
  const h: number[][] = [[...x]];
  const D: number[][][] = [];
  let offset = 0;
  const L = widths.length - 1;
  for (let l = 0; l < L; l++) {
    const rows = range(widths[l + 1]).map((r) =>
      theta.slice(offset + r * (widths[l] + 1), offset + (r + 1) * (widths[l] + 1)),
    );
    offset += widths[l + 1] * (widths[l] + 1);
    W.push(rows);
    const z = rows.map((row) => total([...h[l], 1].map((value, k) => value * row[k])));
    const isLast = l === L - 1;
    const value = (v: number): number => (isLast ? v : activation === 'tanh' ? Math.tanh(v) : 1 / (1 + Math.exp(-v)));
    const slope = (v: number): number => {
      if (isLast) return 1;
      return activation === 'tanh' ? 1 - Math.tanh(v) ** 2 : value(v) * (1 - value(v));
    };
    h.push(z.map(value));
    D.push(identity(z.length).map((row, i) => row.map((entry) => entry * slope(z[i]))));
  }
  const B: number[][][] = [];
  B[L] = identity(widths[L]);
  for (let l = L - 1; l >= 0; l--) B[l] = product(product(B[l + 1], D[l]), withoutBias(W[l]));
  return { W, h, D, B };
}

/** The weights of a layer without the column of its biases. */
export const withoutBias = (W: Matrix): number[][] => W.map((row) => row.slice(0, -1));

/** The activations with the 1 that biases multiply. */
export const extended = (h: readonly number[]): number[] => [...h, 1];

/** A case with two hidden layers. */
export const deep = (seed: number): Case => drawCase(seed, [2, 3, 4, 2]);

/** The norm of dh/dW_l and the product of the norms of the weights above, without the factor for the output layer. */
export function weightBound(given: Case, l: number, size: (a: Matrix) => number): { left: number; right: number } {
  const { W, h, D, B } = layersOf(given);
  const above = W.slice(l + 1).map((matrix) => size(withoutBias(matrix)));
  const input = norm(extended(h[l]));
  return { left: size(product(B[l + 1], D[l])) * input, right: above.reduce((a, b) => a * b, 1) * input };
}
