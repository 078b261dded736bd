import { FisherRaoError } from '../errors.ts';

/** An ordinary differential equation y' = f(t, y). */
export type VectorField = (time: number, state: Float64Array) => Float64Array;

/** What came of an integration. */
export interface Integration {
  readonly state: Float64Array;
  /** Where the integration ended: the time asked for, unless `outcome` says otherwise. */
  readonly time: number;
  /**
   * `done`; `stopped`: the steps shrank to nothing before a point where the equation has no value or grows without bound;
   * `max-steps`.
   */
  readonly outcome: 'done' | 'stopped' | 'max-steps';
  readonly steps: number;
}

/** Substeps of the modified midpoint rule, one column of the extrapolation table each. */
const substeps = [2, 4, 6, 8, 10, 12, 14];
const mostSteps = 200;
/** Of the whole: smaller steps than this mean a singularity, or rounding beyond the tolerance. */
const smallestStep = 1e-6;

/**
 * Integrates from time 0 to 1 by the modified midpoint rule, extrapolated in the squared step to order 14, with steps
 * chosen by the last two columns [Hairer, Norsett, Wanner 1993, Solving Ordinary Differential Equations I] (II.9). An
 * error of the mathematics or a value that is not finite shortens the step. Local errors stay below `tolerance` times
 * max(1, |y|) in each component.
 */
export function integrate(field: VectorField, start: Float64Array, tolerance = 1e-13): Integration {
  let [time, state, step] = [0, start, 1 / 8];
  for (let steps = 1; steps <= mostSteps; steps++) {
    const length = Math.min(step, 1 - time);
    const trial = extrapolated(field, time, state, length, tolerance);
    if (trial !== null && trial.error <= 1) {
      state = trial.state;
      time = length === 1 - time ? 1 : time + length;
      if (time === 1) return { state, time, outcome: 'done', steps };
    }
    const change = trial === null ? 1 / 4 : 0.8 * Math.max(trial.error, 1e-12) ** (-1 / (2 * substeps.length - 1));
    step = length * Math.min(4, Math.max(1 / 8, change));
    if (step < smallestStep) return { state, time, outcome: 'stopped', steps };
  }
  return { state, time, outcome: 'max-steps', steps: mostSteps };
}

/** One step, with its error in units of the tolerance; `null` where the equation has no value on the way. */
function extrapolated(field: VectorField, time: number, state: Float64Array, length: number, tolerance: number) {
  const first = evaluated(field, time, state);
  if (first === null) return null;
  let row: Float64Array[] = [];
  for (const [k, count] of substeps.entries()) {
    const midpoint = modifiedMidpoint(field, time, state, first, length, count);
    if (midpoint === null) return null;
    const next = [midpoint];
    for (let j = 1; j <= k; j++) {
      const ratio = (count / substeps[k - j]) ** 2 - 1;
      next.push(next[j - 1].map((value, i) => value + (value - row[j - 1][i]) / ratio));
    }
    row = next;
  }
  const [before, best] = row.slice(-2);
  const error = best.reduce(
    (worst, value, i) => Math.max(worst, Math.abs(value - before[i]) / (tolerance * Math.max(1, Math.abs(value)))),
    0,
  );
  return Number.isFinite(error) ? { state: best, error } : null;
}

function modifiedMidpoint(
  field: VectorField,
  time: number,
  state: Float64Array,
  first: Float64Array,
  length: number,
  count: number,
): Float64Array | null {
  const h = length / count;
  let [before, here] = [state, state.map((value, i) => value + h * first[i])];
  for (let k = 1; k < count; k++) {
    const slope = evaluated(field, time + k * h, here);
    if (slope === null) return null;
    const after = before.map((value, i) => value + 2 * h * slope[i]);
    [before, here] = [here, after];
  }
  const last = evaluated(field, time + length, here);
  return last === null ? null : here.map((value, i) => (value + before[i] + h * last[i]) / 2);
}

function evaluated(field: VectorField, time: number, state: Float64Array): Float64Array | null {
  try {
    const slope = field(time, state);
    return slope.every(Number.isFinite) ? slope : null;
  } catch (error) {
    if (error instanceof FisherRaoError) return null;
    throw error;
  }
}
