import type { Engine } from '../engine/index.ts';
import { networkForward, networkInputs, networkName } from '../network/index.ts';
import { buildProgram, tensor, tensorType } from '../program/index.ts';
import { type FisherPoint, fisherInputs } from './fisher-point.ts';
import type { ImmersionPoint } from './immersion.ts';
import { forEachLayerCotangent, type LayerCotangent } from './layer-cotangents.ts';
import { type OutputFactors, outputFactors } from './output-factors.ts';
import type { Lasting } from './resumable.ts';
import { type DiagonalStart, sampledDiagonal } from './sample-squares.ts';

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

/** What the first rows of factors have added to a trace; in a graph, what the first samples have to a diagonal. */
export type PartialTrace = { readonly rows: number; readonly total: number } | DiagonalStart;

/** tr F from output factors: of a dense network one backward pass for each of their rows, whatever p; of a graph the sum of its diagonal. */
export async function factoredTrace(
  point: FisherPoint,
  factors: OutputFactors,
  engine: Engine,
  { resume, checkpoint, progress }: Lasting<PartialTrace> = {},
): Promise<number> {
  if (point.model.network.kind === 'graph') {
    const start = resume && 'diagonal' in resume ? resume : undefined;
    const diagonal = await sampledDiagonal(point, factors, engine, { resume: start, checkpoint, progress });
    return diagonal.reduce((sum, entry) => sum + entry, 0);
  }
  const before = resume && 'total' in resume ? resume : { rows: 0, total: 0 };
  let { total } = before;
  const visit = (layers: readonly LayerCotangent[], row: number): void => {
    for (const { inputs, outputs, input, cotangent } of layers) {
      for (let n = 0; n < factors.samples; n += 1) {
        const signal = squares(input, n * inputs, inputs) + 1;
        total += squares(cotangent, n * outputs, outputs) * signal;
      }
    }
    checkpoint?.({ rows: row + 1, total });
    progress?.((row + 1) / factors.rows.length);
  };
  await forEachLayerCotangent(point, factors, engine, visit, before.rows);
  return total / factors.samples;
}

/** The exact tr F at a point, by backward passes for each component of the head. */
export async function exactTrace(point: FisherPoint, engine: Engine): Promise<number> {
  return factoredTrace(point, await outputFactors(point, { kind: 'exact' }, engine), engine);
}

function squares(data: ArrayLike<number>, start: number, count: number): number {
  let sum = 0;
  for (let i = start; i < start + count; i += 1) sum += data[i]! ** 2;
  return sum;
}
