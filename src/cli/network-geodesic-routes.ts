import type { Engine } from '../engine/index.ts';
import { DomainError, InputError } from '../errors.ts';
import {
  exponentialMap,
  type FisherGeodesic,
  fisherEnergy,
  type GeodesicState,
  type LogarithmState,
  logarithmMap,
  movingMetric,
  pathLength,
} from '../methods/index.ts';
import type { Dtype } from '../program/index.ts';
import type { Checkpoint } from './network-checkpoint.ts';
import type { NetworkSubject } from './network-subject.ts';

/** What a job is about: a velocity, a goal, or the points of a path. */
export type GeodesicKind = 'direction' | 'to' | 'path';

/** Its vectors of parameters. */
export type GeodesicVectors = readonly Float64Array[];

/** A geodesic to follow, one to find, or a path to measure. */
export interface GeodesicJob {
  readonly subject: NetworkSubject;
  readonly engine: Engine;
  readonly time: number;
  readonly points: number;
  readonly singular: 'refuse' | 'quotient';
  readonly tolerance: number;
  readonly file: Checkpoint;
  readonly progress: (fraction: number) => void;
}

/** A point along a geodesic. */
export interface GeodesicPoint {
  readonly time: number;
  readonly length: number;
  readonly theta: ArrayLike<number>;
}

/** What is found, the points of a geodesic, and the velocity with which it begins. */
export type FoundGeodesic = Readonly<
  Record<string, number | null | readonly number[] | readonly GeodesicPoint[] | Float64Array | undefined>
> & {
  readonly points?: readonly GeodesicPoint[];
  readonly velocity?: Float64Array;
};

async function geodesic(job: GeodesicJob, [direction]: GeodesicVectors): Promise<FoundGeodesic> {
  const { subject, engine, time, points, singular, tolerance, file, progress } = job;
  const { point } = subject;
  const velocity = direction!.map((entry) => Math.sign(time) * entry);
  const metric = await movingMetric(fisherEnergy(point), engine);
  try {
    const times = Array.from({ length: points }, (_, k) => (Math.abs(time) * (k + 1)) / points);
    const found = await exponentialMap(metric, velocity, times, {
      singular,
      tolerance,
      progress,
      ...file.part<GeodesicState>('geodesic'),
    });
    refuseUnfinished(found, Math.abs(time));
    const { speed, drift, rank, steps } = found;
    const straight = await pathLength(metric, [point.theta, found.points.at(-1)!.theta], quadrature(point.dtype));
    return {
      ...(rank === null ? {} : { rank }),
      speed,
      length: Math.abs(time) * speed,
      straightLength: straight.length,
      drift,
      steps,
      points: found.points.map((at) => ({ time: Math.sign(time) * at.time, length: at.time * speed, theta: at.theta })),
    };
  } finally {
    await metric.dispose();
  }
}

/** The logarithm of a goal, and points of the geodesic to it. */
async function between(job: GeodesicJob, [goal]: GeodesicVectors): Promise<FoundGeodesic> {
  const { subject, engine, points, tolerance, singular, file, progress } = job;
  if (singular === 'quotient')
    throw new InputError(
      '--to determines no velocity on a quotient: leave out --singular, and give --damping if need be',
    );
  const { point } = subject;
  const metric = await movingMetric(fisherEnergy(point), engine);
  try {
    const shots = { tolerance, progress, ...file.part<LogarithmState>('shooting') };
    const { velocity, length, residual, shots: count } = await logarithmMap(metric, goal!, shots);
    const times = Array.from({ length: points }, (_, k) => (k + 1) / points);
    const found = await exponentialMap(metric, velocity, times, { tolerance: tolerance / 10 });
    refuseUnfinished(found, 1);
    const straight = await pathLength(metric, [point.theta, goal!], quadrature(point.dtype));
    return {
      ...(found.rank === null ? {} : { rank: found.rank }),
      length,
      straightLength: straight.length,
      residual,
      drift: found.drift,
      shots: count,
      velocity,
      points: found.points.map(({ time, theta }) => ({ time, length: time * length, theta })),
    };
  } finally {
    await metric.dispose();
  }
}

function refuseUnfinished({ outcome, points, steps }: FisherGeodesic, time: number): void {
  if (outcome === 'converged') return;
  const reached = points.at(-1)?.time ?? 0;
  const reason = outcome === 'max-steps' ? `${steps} steps were not enough` : 'its acceleration grows without bound';
  throw new DomainError(
    `The geodesic was followed to ${reached} of ${time} only: ${reason}. Go less far, raise --tolerance, or add damping.`,
  );
}

async function path({ subject, engine, file, progress }: GeodesicJob, points: GeodesicVectors): Promise<FoundGeodesic> {
  const metric = await movingMetric(fisherEnergy(subject.point), engine);
  try {
    const { resume, checkpoint } = file.part<{ readonly pieces: readonly number[]; readonly error: number }>('pieces');
    const pieces = [...(resume?.pieces ?? [])];
    let error = resume?.error ?? 0;
    for (let i = pieces.length + 1; i < points.length; i += 1) {
      const piece = await pathLength(metric, [points[i - 1]!, points[i]!], quadrature(subject.point.dtype));
      pieces.push(piece.length);
      error += piece.error;
      checkpoint?.({ pieces: [...pieces], error });
      progress(i / (points.length - 1));
    }
    return { length: pieces.reduce((sum, piece) => sum + piece, 0), error, pieces };
  } finally {
    await metric.dispose();
  }
}

/** How each kind is done. */
export const geodesicRoutes = { direction: geodesic, to: between, path } as const;

/** The relative error of lengths that rounding leaves room for. */
function quadrature(dtype: Dtype): number {
  return dtype === 'float64' ? 1e-8 : 1e-5;
}
