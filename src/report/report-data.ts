/** What the main job found, as plain data: the same seed gives the same `Report`; wall-clock time is kept in `Timings`. */
export interface Report {
  readonly environment: Environment;
  readonly families: readonly FamilyResult[];
  readonly statements: readonly StatementResult[];
  readonly network: NetworkResult;
}

/** Enough to run it again: versions, machine, seed and the command line. */
export interface Environment {
  readonly version: string;
  readonly node: string;
  readonly platform: string;
  readonly processors: number;
  readonly engine: string;
  readonly seed: number;
  readonly command: string;
}

/** Seconds of wall-clock time per stage, in order; never part of the `Report`. */
export interface Timings {
  readonly started: string;
  readonly stages: readonly { readonly name: string; readonly seconds: number }[];
}

/** One family: its derived geometry as text and LaTeX, and how far the numeric layer is from it. */
export interface FamilyResult {
  /** The family with its sizes, as in `binomial (n = 10)`. */
  readonly family: string;
  /** Which member the numeric check takes where the closed forms hold for all, as in `n = 10`. */
  readonly checked?: string;
  readonly description: string;
  readonly coordinates: readonly string[];
  readonly metric: readonly (readonly string[])[];
  /** The scalar curvature; null where no closed form was found, with the `reason`. */
  readonly scalar: string | null;
  readonly reason?: string;
  /** Whole equations without delimiters, as in `R = -1`, to be set as displayed mathematics. */
  readonly latex: { readonly metric: string; readonly scalar: string | null };
  readonly check: NumericCheck;
}

/** Exact values at random points against the numeric interpretation, whose metric is differentiated by `transform`. */
export interface NumericCheck {
  readonly points: number;
  readonly worst: readonly QuantityError[];
}

/** At the point where it is largest in comparison: the difference of components and what rounding explains. */
export interface QuantityError {
  readonly quantity: string;
  readonly error: number;
  readonly tolerance: number;
}

/** One claim of a source document and what the derivation kernel says of it. */
export interface StatementResult {
  readonly document: string;
  readonly label: string;
  /** What is claimed, in words. */
  readonly title: string;
  /** What is claimed, as a formula in plain text. */
  readonly claim: string;
  readonly verdict: Verdict;
  readonly expected: Verdict;
  readonly assumptions: readonly string[];
  readonly witness?: string;
  /** Why nothing was decided, or how far the numbers support it. */
  readonly reason?: string;
}

export type Verdict = 'proved' | 'supported' | 'refuted' | 'undecided';

/** A network, its training and the geometry of its Fisher metric before and after. */
export interface NetworkResult {
  /** As in `784-32-10 tanh, softmax`. */
  readonly architecture: string;
  readonly parameters: number;
  readonly trainingImages: number;
  readonly testImages: number;
  readonly optimiser: string;
  readonly history: readonly TrainingPoint[];
  readonly geometry: readonly NetworkGeometry[];
}

/** The state of training after `step` steps; the loss is the mean cross-entropy in nats, the traces are of F / samples. */
export interface TrainingPoint {
  readonly step: number;
  readonly loss: number;
  readonly trueFisherTrace: number;
  readonly empiricalFisherTrace: number;
  /** The share of test images that are classified correctly, in [0, 1]. */
  readonly accuracy: number;
}

/** Traces and damped scalar curvature at one parameter point, on `samples` images. */
export interface NetworkGeometry {
  readonly when: string;
  readonly samples: number;
  readonly trueFisherTrace: number;
  readonly empiricalFisherTrace: number;
  readonly damping: number;
  readonly scalar: { readonly value: number; readonly standardError: number; readonly pairs: number };
}
