/** Both estimators of a network at labels that were drawn from it, at its first input, in two ways. */
import {
  drawTargets,
  factoredImmersionPoint,
  fisherMatrix,
  immerse,
  observedInformation,
  outputFactors,
} from 'fisher-rao/methods';
import { range, total } from './lists.ts';
import { average, combined, identityMatrix, outer, squareOf } from './network-estimates.ts';
import { type AtInput, labelDerivatives, modelOf, type NetworkCase, pointOf, reference } from './networks.ts';

/** Labels drawn by the head's sampler. */
export function drawnLabels(network: NetworkCase, { h, outputs }: AtInput, draws: number, seed = 1): number[][] {
  const targets = drawTargets(modelOf(network).head, Float64Array.from(h), outputs, { draws, seed });
  return targets.map((label) => [...label]);
}

/** Means over the labels of s s^T and of -∂²l, each differentiated from the log-likelihood of a label. */
export async function estimatesAt(
  network: NetworkCase,
  labels: readonly (readonly number[])[],
): Promise<{ readonly first: Float64Array; readonly second: Float64Array }> {
  const { scores, hessians } = await labelDerivatives(network, labels);
  const mean = average(hessians);
  return { first: average(scores.map(outer)), second: combined(mean, mean, -2) };
}

/** What this package calls the Monte Carlo Fisher matrix and the observed information, at {@link drawnLabels}. */
export async function libraryEstimates(
  network: NetworkCase,
  at: AtInput,
  draws: number,
  seed = 1,
): Promise<{ readonly first: Float64Array; readonly second: Float64Array }> {
  const point = pointOf(network);
  const factors = await outputFactors(point, { kind: 'monte-carlo', draws, seed }, reference);
  const immersion = await immerse(factoredImmersionPoint(point, factors), reference);
  const first = Float64Array.from((await fisherMatrix(immersion)).to1DArray());
  await immersion.dispose();
  const labels = drawnLabels(network, at, draws, seed);
  const observed = await observedInformation(
    point,
    labels.map((label) => Float64Array.from(label)),
    reference,
  );
  const rows = await observed.product(
    range(at.parameters).map((i) => identityMatrix(at.parameters).subarray(i * at.parameters, (i + 1) * at.parameters)),
  );
  await observed.dispose();
  return { first, second: Float64Array.from(rows.flatMap((row) => [...row])) };
}

/** Mean products of the deviations t - η over labels, C x C. */
export function centredMoments({ means, outputs }: AtInput, labels: readonly (readonly number[])[]): Float64Array {
  return squareOf(
    outputs,
    (a, b) => total(labels.map((label) => (label[a] - means[a]) * (label[b] - means[b]))) / labels.length,
  );
}

/** η less the mean of the labels. */
export function deviations({ means }: AtInput, labels: readonly (readonly number[])[]): number[] {
  return means.map((mean, a) => mean - total(labels.map((label) => label[a])) / labels.length);
}

/** Σ_a δ_a ∂²h_a. */
export function bentBy({ curvature }: AtInput, δ: readonly number[]): Float64Array {
  return curvature.reduce<Float64Array>(
    (sum, matrix, a) => combined(sum, matrix, δ[a]),
    new Float64Array(curvature[0].length),
  );
}
