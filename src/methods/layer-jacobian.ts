import type { Engine } from '../engine/index.ts';
import type { FisherPoint } from './fisher-point.ts';
import { forEachLayerCotangent } from './layer-cotangents.ts';
import type { OutputFactors } from './output-factors.ts';

/** The derivatives of a map psi by the parameters of a dense layer: of component m of sample n, delta_m (a_n; 1)^T. */
export interface LayerDifferential {
  readonly inputs: number;
  readonly outputs: number;
  /** a_n, [samples, inputs]. */
  readonly input: Float64Array;
  /** delta_m, [samples * rows of factors, outputs], the sample first; not over the root of the number of samples. */
  readonly cotangents: Float64Array;
}

/** The derivatives layer by layer of the map whose differential the factors give: one backward pass for each row of factors. */
export async function layerDifferentials(
  point: FisherPoint,
  factors: OutputFactors,
  engine: Engine,
): Promise<readonly LayerDifferential[]> {
  const { samples } = factors;
  const each = factors.rows.length;
  const layers: LayerDifferential[] = [];
  await forEachLayerCotangent(point, factors, engine, (seen, row) => {
    seen.forEach(({ inputs, outputs, input, cotangent }, l) => {
      layers[l] ??= {
        inputs,
        outputs,
        input: Float64Array.from(input),
        cotangents: new Float64Array(samples * each * outputs),
      };
      const { cotangents } = layers[l];
      for (let n = 0; n < samples; n += 1)
        for (let i = 0; i < outputs; i += 1) cotangents[(n * each + row) * outputs + i] = cotangent[n * outputs + i]!;
    });
  });
  return layers;
}

/** J^T of that map in theta order, [parameters, samples * rows of factors], over the root of the number of samples. */
export async function layerJacobian(point: FisherPoint, factors: OutputFactors, engine: Engine): Promise<Float64Array> {
  const { samples } = factors;
  const each = factors.rows.length;
  const side = samples * each;
  const columns = new Float64Array(point.theta.length * side);
  const root = Math.sqrt(samples);
  let start = 0;
  for (const { inputs, outputs, input, cotangents } of await layerDifferentials(point, factors, engine)) {
    for (let i = 0; i < outputs; i += 1) {
      for (let m = 0; m < side; m += 1) {
        const delta = cotangents[m * outputs + i]! / root;
        const signal = Math.floor(m / each) * inputs;
        const weight = (start + i * inputs) * side + m;
        for (let j = 0; j < inputs; j += 1) columns[weight + j * side] = delta * input[signal + j]!;
        columns[(start + inputs * outputs + i) * side + m] = delta;
      }
    }
    start += outputs * (inputs + 1);
  }
  return columns;
}
