/**
 * Networks as the library computes them, for claims about networks: Fisher matrices, kernels, gradients and steps; and
 * the same by other means, central differences of the outputs. Every number is float64 on the reference engine.
 */
import { engine, program, transform } from 'fisher-rao';
import {
  type FisherKind,
  type FisherPoint,
  factoredImmersionPoint,
  fisherInputs,
  fisherMatrix,
  type Immersion,
  immerse,
  lossGradient,
  outputFactors,
  outputsAt,
} from 'fisher-rao/methods';
import { denseNetwork, type Head, lossProgram, type Network, parameterCount } from 'fisher-rao/network';

const { referenceEngine } = engine;
const { buildProgram, tensor, tensorType } = program;
const { simplify, vjp } = transform;

export type Matrix = readonly (readonly number[])[];

/** A network with a head at parameters, and inputs, a row for each sample. */
export interface Setting {
  readonly network: Network;
  readonly head: Head;
  readonly theta: readonly number[];
  readonly inputs: Matrix;
}

/** A number in (-1, 1) from two integers, the same for the same two. */
export const noise = (seed: number, k: number): number => Math.sin(12.9898 * seed + 78.233 * (k + 1) + 0.37 * k * k);

/** A dense tanh network with these widths, random parameters and inputs of size about 1. */
export function randomSetting(seed: number, widths: readonly number[], samples: number, head: Head): Setting {
  const network = denseNetwork(widths, 'tanh');
  return {
    network,
    head,
    theta: Array.from({ length: parameterCount(network) }, (_, k) => noise(seed, k)),
    inputs: Array.from({ length: samples }, (_, n) =>
      Array.from({ length: widths[0] }, (_unused, k) => 1.5 * noise(seed + 31, 7 * n + k)),
    ),
  };
}

/** The point as the methods take it. */
export function pointOf({ network, head, theta, inputs }: Setting, damping = 0): FisherPoint {
  const model = { network, head };
  return {
    model,
    theta: Float64Array.from(theta),
    inputs: inputs.flat(),
    samples: inputs.length,
    damping,
    dtype: 'float64',
  };
}

/** The Fisher matrix of a kind: exact, by draws, or empirical with observed targets. */
export async function fisherOf(setting: Setting, kind: FisherKind = { kind: 'exact' }): Promise<Matrix> {
  const point = pointOf(setting);
  const factors = await outputFactors(point, kind, referenceEngine);
  return matrixOf(await immerse(factoredImmersionPoint(point, factors), referenceEngine));
}

/** J^T J of an immersion, which is disposed of. */
export async function matrixOf(immersion: Immersion): Promise<Matrix> {
  try {
    return (await fisherMatrix(immersion)).to2DArray();
  } finally {
    await immersion.dispose();
  }
}

/** The outputs, a row for each sample. */
export async function outputsOf(setting: Setting): Promise<number[][]> {
  const flat = await outputsAt(pointOf(setting), referenceEngine);
  const width = flat.length / setting.inputs.length;
  return setting.inputs.map((_, n) => Array.from(flat.slice(n * width, (n + 1) * width)));
}

/** The mean negative log-likelihood of targets, a list for each sample one after another. */
export async function lossOf(setting: Setting, targets: readonly number[]): Promise<number> {
  const { network, head, inputs } = setting;
  const shape = [inputs.length, targets.length / inputs.length];
  const executable = await referenceEngine.compile(lossProgram({ network, head }, inputs.length, 'float64'));
  try {
    const y = tensor('float64', shape, [...targets]);
    return (await executable.run({ ...fisherInputs(pointOf(setting)), y }))['loss'].data[0];
  } finally {
    await executable.dispose();
  }
}

/** The gradient of that loss. */
export async function gradientOf(setting: Setting, targets: readonly number[]): Promise<number[]> {
  return Array.from(await lossGradient(pointOf(setting), targets, referenceEngine));
}

/** Minus the gradient of that loss as a function of the parameters, compiled once: where gradient descent and its flow go. */
export async function descentField(
  { network, head, inputs }: Setting,
  targets: readonly number[],
): Promise<(theta: readonly number[] | Float64Array) => Promise<Float64Array>> {
  const count = inputs.length;
  const compiled = await referenceEngine.compile(
    simplify(vjp(lossProgram({ network, head }, count, 'float64'), { wrt: ['theta'], of: ['loss'] })),
  );
  const fixed = await compiled.bind({
    x: tensor('float64', [count, inputs[0].length], inputs.flat()),
    y: tensor('float64', [count, targets.length / count], [...targets]),
    ct_loss: tensor('float64', [], [-1]),
  });
  return async (theta) =>
    Float64Array.from((await fixed.run({ theta: tensor('float64', [theta.length], [...theta]) }))['ct_theta'].data);
}

/** The same setting at other parameters. */
export const at = (setting: Setting, theta: readonly number[]): Setting => ({ ...setting, theta });

/** theta + step v. */
export const moved = (theta: readonly number[], step: number, v: readonly number[]): number[] =>
  theta.map((value, k) => value + step * v[k]);

/** The derivative of all outputs along v, sample by sample, by a central difference of fourth order. */
export async function outputsAlong(setting: Setting, v: readonly number[]): Promise<number[]> {
  const step = 1e-3;
  const shifted = async (k: number): Promise<number[]> =>
    (await outputsOf(at(setting, moved(setting.theta, k * step, v)))).flat();
  const [a, b, c, d] = [await shifted(-2), await shifted(-1), await shifted(1), await shifted(2)];
  return a.map((value, n) => (value - 8 * b[n] + 8 * c[n] - d[n]) / (12 * step));
}

/** The Jacobian of all outputs by these differences, a row for each output of each sample. */
export async function jacobianByDifferences(setting: Setting): Promise<number[][]> {
  const columns: number[][] = [];
  for (const k of setting.theta.keys())
    columns.push(
      await outputsAlong(
        setting,
        setting.theta.map((_, l) => (l === k ? 1 : 0)),
      ),
    );
  return columns[0].map((_, row) => columns.map((column) => column[row]));
}

/** A map from parameters to numbers as an immersion without damping, whose metric is J^T J. */
export function immersionOf(
  theta: readonly number[],
  map: (b: program.Builder, theta: program.Variable) => program.Variable,
  damping = 0,
): Promise<Immersion> {
  const written = buildProgram('map', { theta: tensorType('float64', [theta.length]) }, (b, variables) => ({
    psi: map(b, variables.theta),
  }));
  return immerse(
    { program: written, inputs: { theta: tensor('float64', [theta.length], [...theta]) }, damping },
    referenceEngine,
  );
}

export const product = (a: Matrix, v: readonly number[]): number[] =>
  a.map((row) => row.reduce((sum, value, k) => sum + value * v[k], 0));

export const transposed = (a: Matrix): number[][] => a[0].map((_, k) => a.map((row) => row[k]));

export const dot = (u: readonly number[], v: readonly number[]): number =>
  u.reduce((sum, value, k) => sum + value * v[k], 0);
