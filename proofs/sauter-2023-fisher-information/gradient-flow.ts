/** Chapter 3: gradient flow and the neural tangent kernel. */
import { engine } from 'fisher-rao';
import { integrate, tangentKernel } from 'fisher-rao/methods';
import { normalHead } from 'fisher-rao/network';
import {
  descentField,
  dot,
  gradientOf,
  type Matrix,
  moved,
  noise,
  outputsAlong,
  outputsOf,
  pointOf,
  product,
  randomSetting,
  type Setting,
} from '../networks.ts';
import { evenly } from '../numbers.ts';

/** As many targets as the network has outputs at all samples. */
export const targetsOf = (seed: number, count: number): number[] => evenly(count).map((k) => noise(seed + 77, k));
/** A 2-3-2 tanh network with unit normal outputs, at three inputs. */
export const settingOf = (seed: number): Setting => randomSetting(seed, [2, 3, 2], 3, normalHead());
/** Minus the gradient of the loss. */
export const velocityOf = async (setting: Setting, targets: readonly number[]): Promise<number[]> =>
  (await gradientOf(setting, targets)).map((value) => -value);
/** The parameters along the flow at these times. */
export async function flowed(
  setting: Setting,
  targets: readonly number[],
  times: readonly number[],
): Promise<readonly Float64Array[]> {
  const options = { tolerance: 1e-9, scale: 1, maxSteps: 1000 };
  return (await integrate(await descentField(setting, targets), Float64Array.from(setting.theta), times, options))
    .values;
}
/** Those after 1/eta steps of gradient descent. */
export async function descended(setting: Setting, targets: readonly number[], eta: number): Promise<readonly number[]> {
  const field = await descentField(setting, targets);
  let theta = setting.theta;
  for (let k = 0; k < Math.round(1 / eta); k++) theta = moved(theta, eta, Array.from(await field(theta)));
  return theta;
}
/** The Euclidean distance. */
export const distance = (u: readonly number[], v: readonly number[]): number =>
  Math.hypot(...u.map((value, k) => value - v[k]));

/** dL/df of the mean of half squared distances, for each output of each sample. */
export const slopes = async (setting: Setting, targets: readonly number[]): Promise<number[]> =>
  (await outputsOf(setting)).flat().map((value, k) => (value - targets[k]) / setting.inputs.length);
/** The tangent kernel of all outputs at all samples. */
export const kernelMatrix = async (setting: Setting): Promise<number[][]> => {
  const { matrix } = await tangentKernel(pointOf(setting), engine.referenceEngine);
  const side = Math.sqrt(matrix?.length ?? 0);
  return evenly(side).map((n) => Array.from(matrix?.slice(n * side, (n + 1) * side) ?? []));
};
/** A symmetric positive definite matrix of learning rates that mixes all parameters. */
export const ratesOf = (seed: number, size: number): number[][] => {
  const root = evenly(size).map((k) =>
    evenly(size).map((l) => (k === l ? 1 : 0) + 0.3 * noise(seed + 9, size * k + l)),
  );
  return root.map((row) => root.map((other) => dot(row, other)));
};
/** The network with a matrix of learning rates, the velocity of its outputs with them, and minus the slopes. */
export const withRates = async (
  seed: number,
): Promise<{ setting: Setting; rates: Matrix; left: number[]; slope: number[] }> => {
  const [setting, targets] = [settingOf(seed), targetsOf(seed, 6)];
  const rates = ratesOf(seed, setting.theta.length);
  const left = await outputsAlong(setting, product(rates, await velocityOf(setting, targets)));
  return { setting, rates, left, slope: (await slopes(setting, targets)).map((value) => -value) };
};
/** A network with one output at five inputs. */
export const scalar = (seed: number): Setting => randomSetting(seed, [2, 4, 1], 5, normalHead());
