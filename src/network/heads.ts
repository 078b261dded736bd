import { InputError } from '../errors.ts';
import { bernoulliHead } from './bernoulli-head.ts';
import { categoricalHead } from './categorical-head.ts';
import { betaHead, gammaHead, learnedVarianceHead, negativeBinomialHead, poissonHead } from './exponential-heads.ts';
import type { Head } from './head.ts';
import { normalHead } from './normal-head.ts';

/** The constants that some heads take. */
export interface HeadConstants {
  /** Standard deviation of a normal head; 1 unless told. */
  readonly scale?: number;
  /** r of a negative binomial head; 1 unless told. */
  readonly successes?: number;
}

/** The heads by the names that the command line knows them by. */
export const heads = {
  normal: ({ scale }: HeadConstants) => normalHead(scale),
  'normal-learned-variance': learnedVarianceHead,
  bernoulli: bernoulliHead,
  categorical: categoricalHead,
  poisson: poissonHead,
  gamma: gammaHead,
  beta: betaHead,
  'negative-binomial': ({ successes = 1 }: HeadConstants) => negativeBinomialHead(successes),
} as const satisfies Readonly<Record<string, (constants: HeadConstants) => Head>>;

/** The name of a head. */
export type HeadName = keyof typeof heads;

/** The names of the heads. */
export const headNames = Object.keys(heads) as readonly HeadName[];

/**
 * The head of that name.
 *
 * @throws InputError for a constant that the head does not have.
 */
export function headByName(name: HeadName, constants: HeadConstants = {}): Head {
  if (constants.scale !== undefined && name !== 'normal') {
    throw new InputError(`Only the normal head has a scale; the head is ${name}.`);
  }
  if (constants.successes !== undefined && name !== 'negative-binomial') {
    throw new InputError(`Only the negative-binomial head has a number of successes; the head is ${name}.`);
  }
  return heads[name](constants);
}
