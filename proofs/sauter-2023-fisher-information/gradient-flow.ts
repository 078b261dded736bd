/** Chapter 3: gradient flow and the neural tangent kernel. */

/** A parameter that follows the gradient flow of an arbitrary loss. */
export const flow = { symbols: { t: 'real', theta: 'real', eta: 'real' }, functions: ['L', 'f'] } as const;

/** Two parameters and two outputs. */
export const outputs = {
  symbols: { a: 'real', b: 'real', u: 'real', v: 'real' },
  functions: ['f', 'g', 'L'],
  definitions: {
    Lu: 'at(at(D(L(u, v), u), u, f(a, b)), v, g(a, b))',
    Lv: 'at(at(D(L(u, v), v), u, f(a, b)), v, g(a, b))',
  },
} as const;

/** A tanh network of one input, two hidden units and one output at three inputs, and its flow. */
const inputs = [-1, 0.5, 2];
const targets = [0.3, -0.2, 0.8];
const output = (w: readonly number[], x: number): number => w[2] * Math.tanh(w[0] * x) + w[3] * Math.tanh(w[1] * x);

/** The derivatives of the outputs in the parameters. */
export const jacobian = (w: readonly number[]): number[][] =>
  inputs.map((x) => [
    (w[2] * x) / Math.cosh(w[0] * x) ** 2,
    (w[3] * x) / Math.cosh(w[1] * x) ** 2,
    Math.tanh(w[0] * x),
    Math.tanh(w[1] * x),
  ]);

/** The derivatives of the loss in the outputs. */
export const residuals = (w: readonly number[]): number[] =>
  inputs.map((x, k) => (2 * (output(w, x) - targets[k])) / 3);
const velocity = (w: readonly number[], rates = [1, 1, 1, 1]): number[] =>
  w.map((_, p) => -rates[p] * jacobian(w).reduce((sum, row, k) => sum + row[p] * residuals(w)[k], 0));

/** What the tangent kernel gives for the velocity of the outputs. */
export const kernelVelocity = (w: readonly number[], rates = [1, 1, 1, 1]): number[] =>
  jacobian(w).map(
    (row) =>
      -jacobian(w).reduce(
        (sum, other, l) => sum + row.reduce((s, value, p) => s + value * rates[p] * other[p], 0) * residuals(w)[l],
        0,
      ),
  );

/** The velocity of the outputs along the gradient flow, by a difference quotient. */
export const alongTheFlow = (w: readonly number[], rates?: number[]): number[] => {
  const [h, v] = [1e-5, velocity(w, rates)];
  const moved = (sign: number): number[] => w.map((value, p) => value + sign * h * v[p]);
  return inputs.map((x) => (output(moved(1), x) - output(moved(-1), x)) / (2 * h));
};

/** The parameters where the flow starts. */
export const start = { w: [0.7, -1.2, 0.9, 0.4] };
