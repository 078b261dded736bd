import type { Engine } from '../engine/index.ts';
import { asDense, denseLayers } from '../network/index.ts';
import type { FisherPoint } from './fisher-point.ts';
import { graphKroneckerForm } from './graph-kfac.ts';
import type { KroneckerFactor, KroneckerForm } from './kronecker-factor.ts';
import { forEachLayerCotangent } from './layer-cotangents.ts';
import type { OutputFactors } from './output-factors.ts';

/**
 * KFAC of a network: Kronecker factors for each layer of a dense network, and for each layer of a graph
 * (`graphKroneckerForm`), which may have other parameters besides.
 *
 * @throws UnsupportedError naming a parameter of a graph that is too large for an exact block.
 */
export async function kroneckerForm(
  point: FisherPoint,
  factors: OutputFactors,
  engine: Engine,
): Promise<KroneckerForm> {
  const { network } = point.model;
  if (network.kind === 'graph') return graphKroneckerForm(point, network, factors, engine);
  return { factors: await kroneckerFactors(point, factors, engine), exact: [] };
}

/**
 * KFAC of a dense network: the block of each layer approximated by B (x) A, the mean of products by the product of means
 * [Martens-Grosse 2015, arXiv:1503.05671]. Entry (i, j), (k, l) of a weight block is B_ik A_jl. Exact for one sample, and for
 * one factor row whose cotangents do not depend on the sample.
 */
export async function kroneckerFactors(
  point: FisherPoint,
  factors: OutputFactors,
  engine: Engine,
): Promise<readonly KroneckerFactor[]> {
  const { samples } = factors;
  const found: KroneckerFactor[] = [];
  await forEachLayerCotangent(point, factors, engine, (layers, row) => {
    layers.forEach(({ inputs, outputs, input, cotangent }, l) => {
      if (row === 0) {
        const inputSide = inputs + 1;
        found.push({
          name: `layer ${l}`,
          inputs: meanSquare(samples, inputSide, (n, j) => (j === inputs ? 1 : input[n * inputs + j]!)),
          inputSide,
          cotangents: new Float64Array(outputs * outputs),
          outputSide: outputs,
          places: densePlaces(point, l),
        });
      }
      const { cotangents } = found[l]!;
      meanSquare(samples, outputs, (n, i) => cotangent[n * outputs + i]!).forEach((entry, i) => {
        cotangents[i] = cotangents[i]! + entry;
      });
    });
  });
  return found;
}

function densePlaces({ model }: FisherPoint, l: number): Int32Array {
  const { inputs, outputs, weight, bias } = denseLayers(asDense(model.network, 'A layer'))[l]!;
  return Int32Array.from({ length: outputs * (inputs + 1) }, (_, at) => {
    const [i, j] = [Math.floor(at / (inputs + 1)), at % (inputs + 1)];
    return j === inputs ? bias + i : weight + i * inputs + j;
  });
}

/** (1/N) sum_n v_n v_n^T, row-major. */
function meanSquare(samples: number, side: number, entry: (n: number, i: number) => number): Float64Array {
  const sum = new Float64Array(side * side);
  const v = new Float64Array(side);
  for (let n = 0; n < samples; n += 1) {
    for (let i = 0; i < side; i += 1) v[i] = entry(n, i);
    for (let i = 0; i < side; i += 1) {
      const factor = v[i]! / samples;
      if (factor === 0) continue;
      for (let j = 0; j < side; j += 1) sum[i * side + j] = sum[i * side + j]! + factor * v[j]!;
    }
  }
  return sum;
}
