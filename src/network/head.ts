import type { Builder, Variable } from '../program/index.ts';
import type { RandomSource } from './random.ts';

/**
 * The law of an output y given a network's outputs h in R^C, one row per sample: what turns a network into a statistical
 * model. Its Fisher metric I(h) is that of a flat embedding psi: R^C -> R^K, I = (d psi)^T (d psi), from which every
 * Fisher matrix and curvature of the network follows.
 */
export interface Head {
  /** The family of y, with its constants, for reports. */
  readonly family: 'normal' | 'categorical';
  readonly description: string;
  /** psi applied to each row: [samples, C] -> [samples, K], with K = C for both heads. */
  readonly embedding: (b: Builder, h: Variable) => Variable;
  /** -log p(y | h) for each row: [samples, C] and targets [samples, C] -> [samples]. */
  readonly negativeLogLikelihood: (b: Builder, h: Variable, y: Variable) => Variable;
  /** A draw of the target y, in R^C, given one row of h. */
  readonly sample: (h: ArrayLike<number>, random: RandomSource) => Float64Array;
}
