import { fisherSpectrum } from './fisher-matrix.ts';
import type { Immersion } from './immersion.ts';

/** The Riemannian volume element at a point, sqrt(det g) d theta: Jeffreys' prior, if the metric is Fisher's and undamped. */
export interface VolumeElement {
  /** log sqrt(det g); -Infinity where the metric is singular. */
  readonly logDensity: number;
  readonly rank: number;
}

/**
 * The volume element of the metric J^T J + damping, from the singular values of J: for min(p, M) up to about 1000. Under a change
 * of coordinates theta = phi(eta) the undamped density is multiplied by |det d phi|, so that volumes stay the same.
 */
export async function volumeElement(immersion: Immersion): Promise<VolumeElement> {
  const { logDetMetric, rank } = await fisherSpectrum(immersion);
  const singular = rank < immersion.parameters && !(immersion.damping > 0);
  return { logDensity: singular ? Number.NEGATIVE_INFINITY : logDetMetric / 2, rank };
}
