/** Natural gradient descent of a network, as the library computes it, and how far its predictions move. */
import { engine } from 'fisher-rao';
import { naturalGradient, outputFactors } from 'fisher-rao/methods';
import { denseNetwork, normalHead } from 'fisher-rao/network';
import { at, gradientOf, moved, outputsOf, pointOf, type Setting } from '../networks.ts';

/** The divergences of successive steps of size eta for a network w x + b with unit normal noise, input 1 and target 0. */
export async function divergencesOfDescent(
  theta: readonly number[],
  eta: number,
  steps: number,
): Promise<readonly number[]> {
  const { referenceEngine } = engine;
  let setting: Setting = { network: denseNetwork([1, 1]), head: normalHead(), theta, inputs: [[1]] };
  const divergences: number[] = [];
  for (let step = 0; step < steps; step++) {
    const point = pointOf(setting);
    const gradient = await gradientOf(setting, [0]);
    const factors = await outputFactors(point, { kind: 'exact' }, referenceEngine);
    const { direction } = await naturalGradient(point, factors, gradient, 'full', referenceEngine);
    const next = at(setting, moved(setting.theta, -eta, Array.from(direction)));
    const [[[before]], [[after]]] = [await outputsOf(setting), await outputsOf(next)];
    // Between N(a, 1) and N(b, 1) it is exactly half the square of a - b (N-10).
    divergences.push((after - before) ** 2 / 2);
    setting = next;
  }
  return divergences;
}
