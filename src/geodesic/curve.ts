import { FisherRaoError } from '../errors.ts';
import type { GeodesicEquation } from './equation.ts';

/** A curve in the charts of a geodesic equation, for times from 0 to 1. */
export type Curve = (time: number) => readonly number[];

const samples = 256;

/**
 * The same curve at even speed, from the lengths of its chords, and its length; `null` where it leaves the domain. For a
 * start only: it is not smooth.
 */
export function evenlyPaced(equation: GeodesicEquation, curve: Curve): { curve: Curve; length: number } | null {
  const lengths = [0];
  try {
    for (let k = 0; k < samples; k++) {
      const [start, middle, end] = [k, k + 1 / 2, k + 1].map((place) => curve(place / samples));
      const chord = end.map((value, i) => value - start[i]);
      lengths.push(lengths[k] + Math.sqrt(equation.squaredSpeed(middle, chord)));
    }
  } catch (error) {
    if (error instanceof FisherRaoError) return null;
    throw error;
  }
  const length = lengths[samples];
  if (!Number.isFinite(length)) return null;
  const paced = (time: number): readonly number[] => {
    if (time <= 0 || time >= 1 || length === 0) return curve(Math.min(1, Math.max(0, time)));
    const target = time * length;
    const k = lengths.findLastIndex((value) => value <= target);
    const span = lengths[k + 1] - lengths[k];
    return curve((k + (target - lengths[k]) / span) / samples);
  };
  return { curve: paced, length };
}

/** One curve after the other, half of the time each. */
export function joinedCurves(first: Curve, second: Curve): Curve {
  return (time) => (time <= 1 / 2 ? first(2 * time) : second(2 * time - 1));
}
