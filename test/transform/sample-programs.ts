import { buildProgram, type Program, type Tensor, tensor, tensorType } from '../../src/program/index.ts';

/** x^3 entry by entry on three entries. */
export const cube: Program = buildProgram('cube', { x: tensorType('float64', [3]) }, (b, { x }) => ({
  y: b.multiply(b.multiply(x, x), x),
}));

/** A tanh layer with a softmax head: every kind of rule that a network needs. */
export const layer: Program = buildProgram(
  'layer',
  { x: tensorType('float64', [5, 3]), w: tensorType('float64', [4, 3]), bias: tensorType('float64', [4]) },
  (b, { x, w, bias }) => {
    const hidden = b.tanh(b.add(b.matmul(x, w, { transposeRight: true }), bias));
    const shift = b.reshape(b.reduceMax(b.stopGradient(hidden), [1]), [5, 1]);
    const powers = b.exp(b.subtract(hidden, shift));
    return { probabilities: b.divide(powers, b.reshape(b.reduceSum(powers, [1]), [5, 1])) };
  },
);

/** A tensor of the shape with entries cos(phase + i), away from symmetry. */
export function wave(shape: readonly number[], phase: number): Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  return tensor(
    'float64',
    shape,
    Array.from({ length: count }, (_, i) => Math.cos(phase + i)),
  );
}

/** Inputs of `layer`. */
export const layerInputs = { x: wave([5, 3], 0.3), w: wave([4, 3], 1.1), bias: wave([4], 2.3) };
