import type { Builder, Variable } from '../program/index.ts';
import {
  axesOf,
  axisOf,
  type GraphInputs,
  type GraphOperator,
  numberOf,
  refuse,
  result,
  tensorAt,
} from './graph-input.ts';
import type { GraphValue, NodeContext } from './graph-value.ts';

function softmaxParts(
  { b }: NodeContext,
  x: Variable,
  axis: number,
): { readonly centred: Variable; readonly total: Variable } {
  const kept = x.type.shape.map((size, i) => (i === axis ? 1 : size));
  const largest = b.reshape(b.reduceMax(b.stopGradient(x), [axis]), kept);
  const centred = b.subtract(x, largest);
  return { centred, total: b.reshape(b.reduceSum(b.exp(centred), [axis]), kept) };
}

/** exp(x) over its sum along an axis. */
export const softmax: GraphOperator = (context, inputs) => {
  const x = tensorAt(context, inputs, 0);
  const { centred, total } = softmaxParts(context, x, axisOf(context, x.type.shape.length, -1));
  return result(context.b.divide(context.b.exp(centred), total));
};

/** The logarithm of that. */
export const logSoftmax: GraphOperator = (context, inputs) => {
  const x = tensorAt(context, inputs, 0);
  const { centred, total } = softmaxParts(context, x, axisOf(context, x.type.shape.length, -1));
  return result(context.b.subtract(centred, context.b.log(total)));
};

/** The mean over axes, which stay with size 1. */
function meanOver(b: Builder, x: Variable, axes: readonly number[]): Variable {
  const count = axes.reduce((product, axis) => product * x.type.shape[axis]!, 1);
  const kept = x.type.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return b.divide(b.reshape(b.reduceSum(x, axes), kept), count);
}

/** The sum or the mean over axes, which stay with size 1 unless `keepdims` is 0. */
export function reduction(mean: boolean): GraphOperator {
  return (context, inputs) => {
    const x = tensorAt(context, inputs, 0);
    const { shape } = x.type;
    const axes = axesOf(context, inputs, shape.length);
    const kept = numberOf(context, 'keepdims', 1) === 1;
    const count = mean ? axes.reduce((product, axis) => product * shape[axis]!, 1) : 1;
    const sum = context.b.divide(context.b.reduceSum(x, axes), count);
    return result(
      kept
        ? context.b.reshape(
            sum,
            shape.map((size, axis) => (axes.includes(axis) ? 1 : size)),
          )
        : sum,
    );
  };
}

/** The mean over all places of each channel. */
export const channelMeans: GraphOperator = (context, inputs) => {
  const x = tensorAt(context, inputs, 0);
  const places = x.type.shape.map((_, axis) => axis).slice(2);
  return result(meanOver(context.b, x, places));
};

/** x less its mean over axes, over its standard deviation there. */
function standardised(context: NodeContext, x: Variable, axes: readonly number[]): Variable {
  const { b } = context;
  const centred = b.subtract(x, meanOver(b, x, axes));
  const variance = meanOver(b, b.multiply(centred, centred), axes);
  return b.divide(centred, b.sqrt(b.add(variance, numberOf(context, 'epsilon', 1e-5))));
}

/** Layer normalisation over the axes from `axis` on. */
export function normalisedLayer(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const { b } = context;
  const x = tensorAt(context, inputs, 0);
  const rank = x.type.shape.length;
  const first = axisOf(context, rank, -1);
  const scaled = standardised(
    context,
    x,
    Array.from({ length: rank - first }, (_, i) => first + i),
  );
  const stretched = b.multiply(scaled, tensorAt(context, inputs, 1));
  return result(inputs[2] ? b.add(stretched, tensorAt(context, inputs, 2)) : stretched);
}

/** Instance normalisation: each channel of a sample over its places. */
export function normalisedInstance(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const { b } = context;
  const x = tensorAt(context, inputs, 0);
  const places = x.type.shape.map((_, axis) => axis).slice(2);
  const scaled = standardised(context, x, places);
  return result(b.add(b.multiply(scaled, byChannel(context, inputs, 1)), byChannel(context, inputs, 2)));
}

/** Batch normalisation with its running mean and variance, channel by channel on axis 1. */
export function normalisedBatch(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const { b } = context;
  if (numberOf(context, 'training_mode', 0) !== 0) refuse(context, 'training mode mixes samples; export for inference');
  const x = tensorAt(context, inputs, 0);
  const [scale, shift, mean, variance] = [1, 2, 3, 4].map((place) => byChannel(context, inputs, place));
  const factor = b.divide(scale!, b.sqrt(b.add(variance!, numberOf(context, 'epsilon', 1e-5))));
  return result(b.add(b.multiply(b.subtract(x, mean!), factor), shift!));
}

/** A vector at an input, with one entry for each channel of the first input. */
function byChannel(context: NodeContext, inputs: GraphInputs, place: number): Variable {
  const values = tensorAt(context, inputs, place);
  const { shape } = tensorAt(context, inputs, 0).type;
  return context.b.reshape(values, [values.type.shape[0]!, ...shape.slice(2).map(() => 1)]);
}
