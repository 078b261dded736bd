import type { Engine, Executable } from '../engine/index.ts';
import { ShapeError } from '../errors.ts';
import {
  type GraphLayer,
  type GraphNetwork,
  graphFeatures,
  graphParameterCount,
  graphSample,
} from '../network/index.ts';
import {
  buildProgram,
  type Dtype,
  entryCount,
  type Program,
  type Tensor,
  tensor,
  tensorType,
  type Variable,
} from '../program/index.ts';
import { selectOutputs, simplify, vjp, vmap } from '../transform/index.ts';
import type { Vector } from './euclidean.ts';
import type { FisherPoint } from './fisher-point.ts';
import type { OutputFactors } from './output-factors.ts';

/** What a layer of a graph sees of a backward pass through some samples, each array with the sample as its last axis. */
export interface GraphCotangent {
  /** What enters the layer, [...input, samples]. */
  readonly input: Tensor['data'];
  /** For each row of factors the cotangents of what it gives, [...output, samples]. */
  readonly cotangents: readonly Tensor['data'][];
}

/** As many numbers of inputs and outputs of layers are held at a time, over the samples of a part. */
const heldNumbers = 2 ** 23;

/**
 * Runs a backward pass through a graph for each row of output factors, some samples at a time, and gives what each of its layers sees.
 * The gradient of sample n by the weight of a layer is the sum over its places of the cotangent there times what it sees there.
 */
export async function forEachGraphCotangent(
  point: FisherPoint & { readonly model: { readonly network: GraphNetwork } },
  layers: readonly GraphLayer[],
  { rows, samples, outputs }: OutputFactors,
  engine: Engine,
  visit: (seen: readonly GraphCotangent[], samples: number) => void,
): Promise<void> {
  const { model, theta, inputs, dtype } = point;
  const { network } = model;
  const program = backwardProgram(network, layers, dtype);
  const numbers = layers.reduce(
    (sum, { input, output }) => sum + entryCount(input.shape) + rows.length * entryCount(output.shape),
    graphFeatures(network),
  );
  const together = Math.max(1, Math.min(samples, Math.floor(heldNumbers / numbers)));
  const compiled = new Map<number, Executable>();
  try {
    for (let start = 0; start < samples; start += together) {
      const count = Math.min(together, samples - start);
      const executable =
        compiled.get(count) ??
        (await engine.compile(simplify(vmap(program, { over: ['x', 'ct_h'], size: count, axis: 'last' }))));
      compiled.set(count, executable);
      const part = (values: Vector, size: number): Tensor =>
        tensor(dtype, [size, count], samplesLast(values, { size, start, count }));
      const bound = await executable.bind({
        theta: tensor(dtype, [theta.length], theta),
        x: part(inputs, graphFeatures(network)),
      });
      const found: Readonly<Record<string, Tensor>>[] = [];
      for (const row of rows) found.push(await bound.run({ ct_h: part(row, outputs) }));
      await bound.dispose();
      visit(
        layers.map((_, l) => ({
          input: found[0]![`input${l}`]!.data,
          cotangents: found.map((pass) => pass[`cotangent${l}`]!.data),
        })),
        count,
      );
    }
  } finally {
    for (const executable of compiled.values()) await executable.dispose();
  }
}

/** Some rows of [samples, size], transposed. */
function samplesLast(
  values: Vector,
  { size, start, count }: { readonly size: number; readonly start: number; readonly count: number },
): Float64Array {
  const turned = new Float64Array(size * count);
  for (let n = 0; n < count; n += 1)
    for (let i = 0; i < size; i += 1) turned[i * count + n] = values[(start + n) * size + i]!;
  return turned;
}

/** (theta, x, ct_h) -> input0, cotangent0, input1, ... for one sample: shifts of what layers give stand for it. */
function backwardProgram(network: GraphNetwork, layers: readonly GraphLayer[], dtype: Dtype): Program {
  const shifts = layers.map((_, l) => `shift${l}`);
  const types = {
    theta: tensorType(dtype, [graphParameterCount(network)]),
    x: tensorType(dtype, [graphFeatures(network)]),
  };
  const shiftTypes = Object.fromEntries(layers.map(({ output }, l) => [shifts[l]!, tensorType(dtype, output.shape)]));
  const shifted = buildProgram(`shifted ${network.name}`, { ...types, ...shiftTypes }, (b, variables) => {
    const given = variables as Readonly<Record<string, Variable>>;
    const byName = new Map(layers.map(({ output }, l) => [output.name, given[shifts[l]!]!]));
    const { outputs, values } = graphSample(b, network, { theta: given['theta']!, x: given['x']! }, byName);
    const seen = layers.map(({ input }, l) => {
      const value = values.get(input.name)!;
      if (value.kind !== 'tensor')
        throw new ShapeError(`${network.name}: the value "${input.name}" is no tensor of numbers.`);
      return [`input${l}`, value.variable] as const;
    });
    return { h: outputs, ...Object.fromEntries(seen) };
  });
  const kept = layers.flatMap((_, l) => [`input${l}`, `ct_shift${l}`]);
  const pullback = selectOutputs(vjp(shifted, { wrt: shifts, of: ['h'] }), kept);
  const ct_h = shifted.outputs.find((output) => output.name === 'h')!.variable.type;
  return buildProgram(`backward ${network.name}`, { ...types, ct_h }, (b, variables) => {
    const zeros = Object.fromEntries(shifts.map((name) => [name, b.full(shiftTypes[name]!, 0)]));
    const values = b.inline(pullback, { ...variables, ...zeros });
    return Object.fromEntries(
      layers.flatMap((_, l) => [
        [`input${l}`, values[`input${l}`]!],
        [`cotangent${l}`, values[`ct_shift${l}`]!],
      ]),
    );
  });
}
