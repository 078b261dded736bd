import type { Engine } from '../engine/index.ts';
import type { FisherPoint } from './fisher-point.ts';
import { layerDifferentials } from './layer-jacobian.ts';
import { matrixProduct } from './matrix-product.ts';
import type { OutputFactors } from './output-factors.ts';

/**
 * J J^T of the map psi whose differential the factors give, for a dense network, [M, M] with M = samples times rows of
 * factors, the sample first. The gradient by the parameters of a layer is delta (a; 1)^T, so entry (n r, m s) is
 * sum over layers of <delta_nr, delta_ms> (<a_n, a_m> + 1) / N: one backward pass for each row of factors and products of
 * matrices as wide as the layers, whatever the number of parameters.
 */
export async function layerGramMatrix(
  point: FisherPoint,
  factors: OutputFactors,
  engine: Engine,
): Promise<Float64Array> {
  const { samples } = factors;
  const each = factors.rows.length;
  const side = samples * each;
  const layers = await layerDifferentials(point, factors, engine);
  const gram = new Float64Array(side * side);
  for (const { inputs, outputs, input, cotangents } of layers) {
    const a = { data: input, rows: samples, columns: inputs };
    const d = { data: cotangents, rows: side, columns: outputs };
    const signals = await matrixProduct(engine, a, a, { transposeRight: true });
    const products = await matrixProduct(engine, d, d, { transposeRight: true });
    add(gram, products.data, signals.data, samples, each);
  }
  return gram;
}

/** Adds products of cotangents times those of inputs, which are the same for all rows of two samples. */
function add(gram: Float64Array, products: Float64Array, signals: Float64Array, samples: number, each: number): void {
  const side = samples * each;
  for (let i = 0; i < side; i += 1) {
    const signal = Math.floor(i / each) * samples;
    for (let m = 0; m < samples; m += 1) {
      const factor = (signals[signal + m]! + 1) / samples;
      const start = i * side + m * each;
      for (let j = start; j < start + each; j += 1) gram[j] = gram[j]! + products[j]! * factor;
    }
  }
}
