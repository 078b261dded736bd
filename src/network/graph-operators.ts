import { UnsupportedError } from '../errors.ts';
import type { OnnxNode } from '../onnx-file/index.ts';
import { activations } from './activation.ts';
import { averagePool, convolution, maxPool } from './graph-convolution.ts';
import {
  absolute,
  binary,
  clipped,
  elu,
  extremum,
  gelu,
  hardSigmoid,
  hardSwish,
  leakyRelu,
  power,
  relu,
  sloped,
  unary,
} from './graph-entries.ts';
import { type GraphOperator, integersAt, result, tensorAt } from './graph-input.ts';
import {
  channelMeans,
  logSoftmax,
  normalisedBatch,
  normalisedInstance,
  normalisedLayer,
  reduction,
  softmax,
} from './graph-normalisation.ts';
import { concatenated, gathered, paddedWith, sliced, split } from './graph-parts.ts';
import { gemm, matrixProduct } from './graph-products.ts';
import {
  cast,
  expanded,
  filled,
  flattened,
  reshaped,
  sizes,
  stored,
  transposed,
  withAxes,
  withoutAxes,
} from './graph-shapes.ts';

/**
 * The operator of a node.
 *
 * @throws UnsupportedError naming operator and node.
 */
export function operatorOf({ operator, name }: OnnxNode): GraphOperator {
  const known = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (known) return known;
  throw new UnsupportedError(
    `operator ${operator} of node "${name}" is not known here; known are ${Object.keys(operators).join(', ')}.`,
  );
}

const unchanged: GraphOperator = (_, [value]) => [value!];

/** The operators that are known, by their names in ONNX. */
const operators: Readonly<Record<string, GraphOperator>> = {
  Gemm: gemm,
  MatMul: (context, inputs) =>
    result(matrixProduct(context, tensorAt(context, inputs, 0), tensorAt(context, inputs, 1))),
  Add: binary(
    (b, x, y) => b.add(x, y),
    (x, y) => x + y,
  ),
  Sub: binary(
    (b, x, y) => b.subtract(x, y),
    (x, y) => x - y,
  ),
  Mul: binary(
    (b, x, y) => b.multiply(x, y),
    (x, y) => x * y,
  ),
  Div: binary(
    (b, x, y) => b.divide(x, y),
    (x, y) => Math.trunc(x / y),
  ),
  Pow: power,
  Neg: unary((b, x) => b.negate(x)),
  Sqrt: unary((b, x) => b.sqrt(x)),
  Exp: unary((b, x) => b.exp(x)),
  Log: unary((b, x) => b.log(x)),
  Reciprocal: unary((b, x) => b.divide(1, x)),
  Abs: absolute,
  Max: extremum('largest'),
  Min: extremum('least'),
  Clip: clipped,
  Tanh: unary(activations.tanh),
  Erf: unary((b, x) => b.erf(x)),
  Sigmoid: unary(activations.sigmoid),
  HardSigmoid: hardSigmoid,
  HardSwish: hardSwish,
  Softplus: unary(activations.softplus),
  Sin: unary(activations.sin),
  Cos: unary((b, x) => b.cos(x)),
  Relu: relu,
  LeakyRelu: leakyRelu,
  PRelu: sloped,
  Elu: elu,
  Gelu: gelu,
  Softmax: softmax,
  LogSoftmax: logSoftmax,
  ReduceMean: reduction(true),
  ReduceSum: reduction(false),
  Conv: (context, inputs) =>
    result(
      convolution(
        context,
        tensorAt(context, inputs, 0),
        tensorAt(context, inputs, 1),
        inputs[2] && tensorAt(context, inputs, 2),
      ),
    ),
  AveragePool: (context, inputs) => result(averagePool(context, tensorAt(context, inputs, 0))),
  MaxPool: (context, inputs) => result(maxPool(context, tensorAt(context, inputs, 0))),
  GlobalAveragePool: channelMeans,
  BatchNormalization: normalisedBatch,
  InstanceNormalization: normalisedInstance,
  LayerNormalization: normalisedLayer,
  Flatten: flattened,
  Reshape: (context, inputs) => reshaped(context, inputs[0]!, integersAt(context, inputs, 1) ?? []),
  Transpose: transposed,
  Squeeze: withoutAxes,
  Unsqueeze: withAxes,
  Expand: expanded,
  Pad: paddedWith,
  Concat: concatenated,
  Split: split,
  Slice: sliced,
  Gather: gathered,
  Shape: sizes,
  Constant: stored,
  ConstantOfShape: filled,
  Identity: unchanged,
  Dropout: unchanged,
  Cast: cast,
};

/** The names of the operators that are known. */
export const knownOperators = Object.keys(operators) as readonly string[];
