import type { Engine } from '../engine/index.ts';
import { InputError } from '../errors.ts';
import { networkForward, networkInputs, networkName, outputCount, targetCount } from '../network/index.ts';
import { buildProgram, scalar, tensor, tensorType } from '../program/index.ts';
import { jvp, selectOutputs, vjp } from '../transform/index.ts';
import { batched } from './batched-program.ts';
import { type FisherPoint, fisherInputs } from './fisher-point.ts';
import type { BlockMap } from './immersion.ts';

/** The second-derivative estimator of a Fisher matrix, known by its products. */
export interface ObservedInformation {
  /** Products with -(1/N) sum_n d^2 log p(y_n | x_n, theta) / d theta^2. */
  readonly product: BlockMap;
  readonly dispose: () => Promise<void>;
}

/**
 * The observed information, minus the mean Hessian of the log-likelihood at targets y, each list [samples, T] and the mean
 * over lists as well: the second estimator of [Soen-Sun 2021, arXiv:2107.04205] (2). With targets drawn from the model it is
 * as unbiased as the mean of squared scores, its variance is another one, and it need not be positive.
 *
 * @throws InputError if the targets are not as many as the head reads.
 */
export async function observedInformation(
  point: FisherPoint,
  targets: readonly ArrayLike<number>[],
  engine: Engine,
): Promise<ObservedInformation> {
  const { model, samples, dtype } = point;
  const { network, head } = model;
  const width = targetCount(head, outputCount(network));
  for (const { length } of targets) {
    if (length !== samples * width)
      throw new InputError(
        `A ${head.family} head needs ${width} numbers as target of each of ${samples} samples; got ${length}.`,
      );
  }
  const lists = targets.length;
  const types = { ...networkInputs(network, samples, dtype), y: tensorType(dtype, [lists * samples, width]) };
  const loss = buildProgram(`loss of ${networkName(network)}`, types, (b, variables) => {
    const h = networkForward(b, network, variables).outputs;
    const repeated =
      lists === 1
        ? h
        : b.concatenate(
            Array.from({ length: lists }, () => h),
            0,
          );
    const losses = head.negativeLogLikelihood(b, repeated, variables.y);
    return { loss: b.divide(b.reduceSum(losses), lists * samples) };
  });
  const gradient = selectOutputs(vjp(loss, { wrt: ['theta'] }), ['ct_theta']);
  const hessian = selectOutputs(jvp(gradient, { wrt: ['theta'] }), ['d_ct_theta']);
  const y = new Float64Array(lists * samples * width);
  targets.forEach((list, k) => {
    y.set(Float64Array.from(list), k * samples * width);
  });
  const known = { ...fisherInputs(point), y: tensor(dtype, types.y.shape, y), ct_loss: scalar(1, dtype) };
  const program = batched({ engine, known, most: 8 }, hessian, ['d_theta'], 'd_ct_theta');
  return { product: (vectors) => program.run(vectors), dispose: program.dispose };
}
