import type { Builder, Variable } from '../program/index.ts';

type Fragment = (b: Builder, x: Variable) => Variable;

/** max(x, 0); its derivative is 0 below 0 and 1 above, and 1/2 at 0, where it has none. */
const relu: Fragment = (b, x) => b.multiply(x, b.multiply(b.add(b.sign(x), 1), 0.5));

/** 1 / (1 + exp(-x)), which cannot overflow when written with tanh. */
const sigmoid: Fragment = (b, x) => b.multiply(b.add(b.tanh(b.multiply(x, 0.5)), 1), 0.5);

/** log(1 + exp x); the larger of x and 0 is taken out, so that nothing overflows, and carries no derivative. */
const softplus: Fragment = (b, x) => {
  const larger = b.stopGradient(relu(b, x));
  return b.add(larger, b.log(b.add(b.exp(b.subtract(x, larger)), b.exp(b.negate(larger)))));
};

/** x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2 [Hendrycks-Gimpel 2016, arXiv:1606.08415, section 2]. */
const gelu: Fragment = (b, x) => {
  const cube = b.multiply(b.multiply(x, x), x);
  const inner = b.multiply(b.add(x, b.multiply(cube, 0.044715)), Math.sqrt(2 / Math.PI));
  return b.multiply(b.multiply(x, 0.5), b.add(b.tanh(inner), 1));
};

/** x (1 + erf(x / sqrt 2)) / 2, x times the probability that a standard normal number is below x. */
export const exactGelu: Fragment = (b, x) =>
  b.multiply(b.multiply(x, 0.5), b.add(b.erf(b.multiply(x, Math.SQRT1_2)), 1));

/** The activations, each as the program fragment that applies it entry by entry. */
export const activations = {
  identity: (_, x) => x,
  relu,
  tanh: (b, x) => b.tanh(x),
  sigmoid,
  softplus,
  gelu,
  sin: (b, x) => b.sin(x),
} as const satisfies Readonly<Record<string, Fragment>>;

/** The name of an activation. */
export type Activation = keyof typeof activations;

/** The activations with a kink at 0: a network of them is smooth only where no argument of one vanishes. */
export function hasKink(activation: Activation): boolean {
  return activation === 'relu';
}
