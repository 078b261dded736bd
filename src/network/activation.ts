import type { Builder, Variable } from '../program/index.ts';

/** The activations of hidden layers, each as the program fragment that applies it entry by entry. */
export const activations = {
  tanh: (b: Builder, x: Variable): Variable => b.tanh(x),
} as const satisfies Readonly<Record<string, (b: Builder, x: Variable) => Variable>>;

/** The name of an activation. */
export type Activation = keyof typeof activations;
