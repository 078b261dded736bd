import { norm, type Vector } from './euclidean.ts';
import type { Resumable } from './resumable.ts';

/** A system y' = f(y) of ordinary differential equations. */
export type VectorField = (y: Float64Array) => Promise<Float64Array>;

/** Where an integration stands, plain data. */
export interface IntegrationState {
  readonly values: readonly Float64Array[];
  readonly y: Float64Array;
  readonly slope: Float64Array;
  readonly time: number;
  readonly step: number;
  readonly steps: number;
}

/** How exactly to integrate. */
export interface IntegrationOptions extends Resumable<IntegrationState> {
  /** The largest error of a step for each unit of time, in the Euclidean norm over `scale`. */
  readonly tolerance: number;
  /** The size of y that errors are compared with. */
  readonly scale: number;
  /** Most steps, tried or taken. */
  readonly maxSteps: number;
  /** Called with each time that is reached. */
  readonly reached?: (time: number) => void;
}

/** The values of a solution at given times. */
export interface Integration {
  /** As many as were reached. */
  readonly values: readonly Float64Array[];
  readonly outcome: 'converged' | 'max-steps' | 'step-too-small';
  readonly steps: number;
}

/** The coefficients of the pair of orders 5 and 4 [Dormand-Prince 1980]. */
const stages = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
] as const;
const error = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40] as const;

/**
 * Integrates y' = f(y) from time 0 through increasing `times` with steps of an explicit Runge-Kutta pair of orders 5 and 4,
 * whose difference chooses the steps.
 */
export async function integrate(
  field: VectorField,
  start: Vector,
  times: readonly number[],
  { tolerance, scale, maxSteps, reached, resume, checkpoint }: IntegrationOptions,
): Promise<Integration> {
  const values = [...(resume?.values ?? [])];
  let y: Float64Array = resume?.y ?? Float64Array.from(start);
  let slope = resume?.slope ?? (await field(y));
  let time = resume?.time ?? 0;
  let step = resume?.step ?? (times.at(-1) ?? 0) / 20;
  let steps = resume?.steps ?? 0;
  for (const goal of times.slice(values.length)) {
    while (time < goal) {
      if (steps >= maxSteps) return { values, outcome: 'max-steps', steps };
      const taken = Math.min(step, goal - time);
      if (time + taken === time) return { values, outcome: 'step-too-small', steps };
      steps += 1;
      const { next, nextSlope, difference } = await attempt(field, y, slope, taken);
      const ratio = norm(difference) / (scale * tolerance * taken);
      if (ratio <= 1) {
        time = taken === goal - time ? goal : time + taken;
        [y, slope] = [next, nextSlope];
        reached?.(time);
      }
      // The error of a step over its length grows with its fourth power; what is not finite is tried again, shorter.
      const factor = Number.isFinite(ratio) ? Math.min(4, Math.max(0.2, 0.9 * ratio ** -0.25)) : 0.2;
      // A step cut off by a goal says nothing against the longer one before it.
      step = ratio <= 1 && taken < step ? Math.max(step, taken * factor) : taken * factor;
      checkpoint?.({ values: [...values], y, slope, time, step, steps });
    }
    values.push(y);
  }
  return { values, outcome: 'converged', steps };
}

async function attempt(field: VectorField, y: Float64Array, slope: Float64Array, step: number) {
  const slopes = [slope];
  let next = y;
  for (const weights of stages) {
    next = moved(y, step, weights, slopes);
    slopes.push(await field(next));
  }
  return { next, nextSlope: slopes.at(-1)!, difference: moved(new Float64Array(y.length), step, error, slopes) };
}

function moved(
  y: Float64Array,
  step: number,
  weights: readonly number[],
  slopes: readonly Float64Array[],
): Float64Array {
  const result = Float64Array.from(y);
  weights.forEach((weight, k) => {
    if (weight === 0) return;
    const slope = slopes[k]!;
    for (let i = 0; i < result.length; i += 1) result[i] = result[i]! + step * weight * slope[i]!;
  });
  return result;
}
