import { knownSymmetries } from '../network/index.ts';
import { norm } from './euclidean.ts';
import type { FisherPoint } from './fisher-point.ts';
import type { FisherSummary } from './fisher-summary.ts';
import type { Immersion } from './immersion.ts';

/** The directions of parameters that a Fisher matrix does not see: what the data cannot identify. */
export interface NullSpace {
  /** p - rank; null where the rank is unknown. */
  readonly dimension: number | null;
  /** Continuous symmetries of the model that were found to lie in it. */
  readonly symmetries: readonly string[];
  /** The parameters that no output depends on, by their place in theta; null where there are too many to try. */
  readonly unusedParameters: readonly number[] | null;
}

/** Up to this many parameters each is tried by itself. */
const triedParameters = 2000;

/** Reports the null space of the Fisher matrix at a point: its dimension and what is known of it, all of it verified. */
export async function nullSpace(point: FisherPoint, immersion: Immersion, summary: FisherSummary): Promise<NullSpace> {
  const { parameters, many } = immersion;
  const rounding = point.dtype === 'float64' ? 1e-10 : 1e-4;
  const threshold = rounding * Math.sqrt(summary.lambdaMax);
  const candidates = knownSymmetries(point.model, point.theta);
  const images = await many.differential(candidates.map(({ direction }) => direction));
  const symmetries = candidates.filter(
    ({ direction }, i) => norm(direction) > 0 && norm(images[i]!) <= threshold * norm(direction),
  );
  return {
    dimension: summary.rank === null ? null : parameters - summary.rank,
    symmetries: symmetries.map(({ name }) => name),
    unusedParameters: parameters > triedParameters ? null : await unused(immersion),
  };
}

async function unused({ parameters, many }: Immersion): Promise<readonly number[]> {
  const found: number[] = [];
  const block = 64;
  for (let start = 0; start < parameters; start += block) {
    const units = Array.from({ length: Math.min(block, parameters - start) }, (_, k) => {
      const unit = new Float64Array(parameters);
      unit[start + k] = 1;
      return unit;
    });
    (await many.differential(units)).forEach((image, k) => {
      if (image.every((entry) => entry === 0)) found.push(start + k);
    });
  }
  return found;
}
