/** Section 1.2: neurons, layers and softmax. */

/** max(0, z). */
export const relu = (x: number): number => (x >= 0 ? x : 0);

/** Weights of two neurons with two inputs each, and activations. */
export const layer = {
  symbols: { w11: 'real', w12: 'real', w21: 'real', w22: 'real', a1: 'real', a2: 'real', b1: 'real', b2: 'real' },
} as const;

/** A layer by its weights and biases. */
export type Layer = { readonly w: readonly (readonly number[])[]; readonly a: readonly number[] };

/** Two neurons with two inputs each, both inputs 1. */
export const example: { w: number[][]; a: number[] } = {
  w: [
    [1, 2],
    [3, 4],
  ],
  a: [1, 1],
};

/** The activations of a layer: sums over its inputs, rectified. */
export const overInputs = ({ w, a }: Layer): number[] =>
  w.map((row) => relu(row.reduce((sum, v, k) => sum + v * a[k], 0)));
