import type { Engine } from '../engine/index.ts';
import { asDense, type DenseNetwork, denseForward, denseLayers, networkInputs, networkName } from '../network/index.ts';
import { buildProgram, type Dtype, type Program, tensor, tensorType, type Variable } from '../program/index.ts';
import { selectOutputs, simplify, vjp } from '../transform/index.ts';
import { type FisherPoint, fisherInputs } from './fisher-point.ts';
import type { OutputFactors } from './output-factors.ts';

/** What a dense layer sees of a backward pass. */
export interface LayerCotangent {
  readonly inputs: number;
  readonly outputs: number;
  /** a_n, the inputs of the layer, [samples, inputs]. */
  readonly input: ArrayLike<number>;
  /** delta_n, the cotangents of its pre-activations, [samples, outputs]. */
  readonly cotangent: ArrayLike<number>;
}

/**
 * Runs a backward pass through a dense network for each row of output factors and gives what each layer sees: the gradient
 * of sample n by the parameters of the layer is delta_n (a_n; 1)^T, so that no gradient of a sample need be formed
 * [Goodfellow 2015, arXiv:1510.01799]. Rows before `from` are left out.
 */
export async function forEachLayerCotangent(
  point: FisherPoint,
  { rows, samples, outputs }: OutputFactors,
  engine: Engine,
  visit: (layers: readonly LayerCotangent[], row: number) => void,
  from = 0,
): Promise<void> {
  const network = asDense(point.model.network, 'A gradient layer by layer');
  const layers = denseLayers(network);
  const executable = await engine.compile(backwardProgram(network, samples, point.dtype));
  const inputs = fisherInputs(point);
  try {
    for (const [row, factors] of rows.entries()) {
      if (row < from) continue;
      const found = await executable.run({ ...inputs, ct_h: tensor(point.dtype, [samples, outputs], factors) });
      const seen = layers.map((layer, l) => ({
        inputs: layer.inputs,
        outputs: layer.outputs,
        input: found[`input${l}`]!.data,
        cotangent: found[`cotangent${l}`]!.data,
      }));
      visit(seen, row);
    }
  } finally {
    await executable.dispose();
  }
}

/** (theta, x, ct_h) -> input0, cotangent0, input1, ...: shifts of pre-activations stand for the pre-activations. */
function backwardProgram(network: DenseNetwork, samples: number, dtype: Dtype): Program {
  const layers = denseLayers(network);
  const shifts = layers.map((_, l) => `shift${l}`);
  const shiftTypes = layers.map((layer) => tensorType(dtype, [samples, layer.outputs]));
  const inputs = networkInputs(network, samples, dtype);
  const shifted = buildProgram(
    `shifted ${networkName(network)}`,
    { ...inputs, ...Object.fromEntries(shifts.map((name, l) => [name, shiftTypes[l]!])) },
    (b, variables) => {
      const given = variables as Readonly<Record<string, Variable>>;
      const pass = denseForward(b, network, {
        theta: given['theta']!,
        x: given['x']!,
        shifts: shifts.map((name) => given[name]!),
      });
      return {
        h: pass.outputs,
        ...Object.fromEntries(pass.layerInputs.map((input, l) => [`input${l}`, input])),
      };
    },
  );
  const kept = layers.flatMap((_, l) => [`input${l}`, `ct_shift${l}`]);
  const pullback = selectOutputs(vjp(shifted, { wrt: shifts, of: ['h'] }), kept);
  const ct_h = shifted.outputs.find((output) => output.name === 'h')!.variable.type;
  const program = buildProgram(`backward ${networkName(network)}`, { ...inputs, ct_h }, (b, variables) => {
    const zeros = Object.fromEntries(shifts.map((name, l) => [name, b.full(shiftTypes[l]!, 0)]));
    const values = b.inline(pullback, { ...variables, ...zeros });
    return Object.fromEntries(
      layers.flatMap((_, l) => [
        [`input${l}`, values[`input${l}`]!],
        [`cotangent${l}`, values[`ct_shift${l}`]!],
      ]),
    );
  });
  return simplify(program);
}
