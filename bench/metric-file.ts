/** A metric as text, in the format of `bench/metrics/*.json`. */
export interface MetricFile {
  readonly coordinates: readonly string[];
  readonly parameters: readonly string[];
  readonly metric: readonly (readonly string[])[];
}

/** What a benchmark computes from a metric. */
export type Invariant = 'scalar' | 'kretschmann';

/** Seconds that another program takes; `null` where it is not installed, a text where it exceeds its limit. */
export type PeerTime = number | string | null;
