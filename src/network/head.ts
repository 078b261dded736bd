import { InputError } from '../errors.ts';
import type { Family } from '../families/index.ts';
import type { Builder, Variable } from '../program/index.ts';
import type { RandomSource } from './random.ts';

/**
 * The law of an output y given a network's outputs h in R^C, one row per sample: what turns a network into a statistical
 * model. The row is read in groups of neighbours; each group holds the coordinates of one independent variable.
 */
export interface Head {
  /** The name of the family, as on the command line. */
  readonly family: string;
  /** The family with its constants and its link, for reports. */
  readonly description: string;
  /** How many outputs determine one variable; `all` for one variable per sample, whatever the number of outputs. */
  readonly group: number | 'all';
  /** How many numbers one variable has; `group` for as many as its group has outputs. */
  readonly targets: number | 'group';
  /** The family of one variable, in the outputs z1, z2, ..., z<size> of its group as coordinates. */
  readonly law: (size: number) => Family;
  /**
   * Where the Fisher metric I(h) is flat, psi with I = (d psi)^T (d psi), applied to each row: [samples, C] ->
   * [samples, K].
   */
  readonly embedding?: (b: Builder, h: Variable) => Variable;
  /** -log p(y | h) for each row: [samples, C] and targets [samples, T] -> [samples]. */
  readonly negativeLogLikelihood: (b: Builder, h: Variable, y: Variable) => Variable;
  /** A draw of the target y, in R^T, given one row of h. */
  readonly sample: (h: ArrayLike<number>, random: RandomSource) => Float64Array;
}

/**
 * The size of each group for a network with this many outputs.
 *
 * @throws InputError if the outputs do not divide into groups, or there is one class.
 */
export function groupSize({ family, group }: Head, outputs: number): number {
  const size = group === 'all' ? outputs : group;
  if (group === 'all' && outputs < 2) {
    throw new InputError(
      `A ${family} head of one output knows one class, which is certain: give the network two outputs or more, or take the bernoulli head, whose output is a logit.`,
    );
  }
  if (outputs % size === 0) return size;
  throw new InputError(
    `A ${family} head reads outputs in groups of ${size}; a network with ${outputs} does not divide.`,
  );
}

/** How many numbers a target has for a network with this many outputs. Errors as those of {@link groupSize}. */
export function targetCount(head: Head, outputs: number): number {
  const size = groupSize(head, outputs);
  return head.targets === 'group' ? outputs : (outputs / size) * head.targets;
}
