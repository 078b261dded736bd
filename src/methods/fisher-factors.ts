import type { Engine } from '../engine/index.ts';
import { networkForward, networkInputs, networkName } from '../network/index.ts';
import { buildProgram, tensor, tensorType } from '../program/index.ts';
import { type FisherPoint, fisherInputs } from './fisher-point.ts';
import type { ImmersionPoint } from './immersion.ts';
import { forEachLayerCotangent } from './layer-cotangents.ts';
import { type OutputFactors, outputFactors } from './output-factors.ts';

/**
 * The map psi_rn = w_rn . h_n / sqrt N, linear in the outputs, whose J^T J is the Fisher matrix of the factors at this point.
 * Its second derivatives are not those of a head.
 */
export function factoredImmersionPoint(point: FisherPoint, factors: OutputFactors): ImmersionPoint {
  const { model, samples, damping, dtype } = point;
  const { rows, outputs } = factors;
  const shape = [rows.length, samples, outputs];
  const types = { ...networkInputs(model.network, samples, dtype), factors: tensorType(dtype, shape) };
  const program = buildProgram(`factored fisher ${networkName(model.network)}`, types, (b, variables) => {
    const h = b.broadcast(networkForward(b, model.network, variables).outputs, shape);
    const products = b.reduceSum(b.multiply(h, variables.factors), [2]);
    return { psi: b.divide(products, Math.sqrt(samples)) };
  });
  const values = new Float64Array(rows.length * samples * outputs);
  rows.forEach((row, r) => {
    values.set(row, r * row.length);
  });
  return { program, inputs: { ...fisherInputs(point), factors: tensor(dtype, shape, values) }, damping };
}

/** tr F of a dense network from its output factors: one backward pass for each of their rows, whatever p. */
export async function factoredTrace(point: FisherPoint, factors: OutputFactors, engine: Engine): Promise<number> {
  let total = 0;
  await forEachLayerCotangent(point, factors, engine, (layers) => {
    for (const { inputs, outputs, input, cotangent } of layers) {
      for (let n = 0; n < factors.samples; n += 1) {
        const signal = squares(input, n * inputs, inputs) + 1;
        total += squares(cotangent, n * outputs, outputs) * signal;
      }
    }
  });
  return total / factors.samples;
}

/** The exact tr F of a dense network at a point: one backward pass for each component of its head. */
export async function exactTrace(point: FisherPoint, engine: Engine): Promise<number> {
  return factoredTrace(point, await outputFactors(point, { kind: 'exact' }, engine), engine);
}

function squares(data: ArrayLike<number>, start: number, count: number): number {
  let sum = 0;
  for (let i = start; i < start + count; i += 1) sum += data[i]! ** 2;
  return sum;
}
