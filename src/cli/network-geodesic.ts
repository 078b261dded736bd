import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Engine } from '../engine/index.ts';
import { DomainError, InputError } from '../errors.ts';
import { exponentialMap, type FisherGeodesic, fisherEnergy, movingMetric, pathLength } from '../methods/index.ts';
import { readNpy } from '../network/index.ts';
import type { Dtype } from '../program/index.ts';
import { type CommandOption, defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { networkEngine } from './network-engine.ts';
import { fileBytes, parsedJson, readVector } from './network-files.ts';
import { type NetworkSubject, networkOptions, networkSubject } from './network-subject.ts';
import { line, valueText } from './network-text.ts';
import { choice, positiveNumber, text, wholeNumber } from './options.ts';
import { startProgress } from './progress.ts';

/** As many numbers are printed; more go to a file. */
const printedNumbers = 100_000;

const time: CommandOption<number> = {
  placeholder: 'NUMBER',
  summary: 'how far to go, in units of the direction; negative: against it',
  parse: (given) => {
    const value = Number(given);
    if (given.trim() === '' || !Number.isFinite(value) || value === 0)
      throw new InputError(`expected a number other than 0; got '${given}'`);
    return value;
  },
  fallback: 1,
};

const options = {
  ...networkOptions,
  direction: text('V.json', 'the first velocity, a flat array in theta order (.json or .npy)'),
  time,
  points: wholeNumber('points to give along the geodesic', 1, 10),
  path: text(
    'P.json',
    'instead of a geodesic, the length of the path of straight pieces through these parameters: one row a point (.json or .npy)',
  ),
  singular: choice(
    ['refuse', 'quotient'],
    'a metric without full rank: refuse it, or follow a geodesic of the quotient by its null space',
    'refuse',
  ),
  tolerance: positiveNumber('error of each step over the length of the way (1e-8, in float32 1e-4)', undefined),
  out: text('FILE.json', 'write the points there: {"points": [{"time", "length", "theta": [...]}, ...]}'),
} as const;

/** `fisher-rao network geodesic`: the exponential map of the Fisher metric of a network, and lengths of paths. */
export const networkGeodesic = defineCommand({
  name: 'network geodesic',
  summary: 'geodesics of the Fisher metric of a neural network, and lengths of paths of parameters',
  description:
    "The geodesic that leaves the network's parameters with a given velocity, by integration of the geodesic equation of the Fisher metric F + damping over the inputs given; drift is the largest relative change of its speed, which is constant on a geodesic. Without damping its course does not depend on the parametrisation, with damping it does. Up to 400 parameters the metric is a matrix and its rank is known; beyond, each step solves by conjugate gradients and needs damping. With --path, the length of a path such as that of a training run. Networks with kinks (relu, max pooling) are refused.",
  arguments: [],
  formats: ['text', 'json'],
  options,
  examples: [
    {
      line: 'fisher-rao network geodesic --widths 2,3,3 --data D.json --damping 0.01 --direction V.json --format json',
      does: 'ten points of a geodesic of a small softmax network',
    },
    {
      line: 'fisher-rao network geodesic --widths 784,10,10 --data mnist:50 --damping 0.1 --direction V.npy --time -0.5 --out points.json',
      does: 'against a natural gradient, the points in a file',
    },
    {
      line: 'fisher-rao network geodesic --widths 2,3,3 --data D.json --path checkpoints.npy',
      does: 'the length of a training run',
    },
  ],
  run: async ({ options: given }, context) => {
    const start = performance.now();
    if ((given.direction === undefined) === (given.path === undefined))
      throw new InputError('give either --direction V.json for a geodesic or --path P.json for the length of a path');
    const subject = networkSubject(given);
    const engine = await networkEngine(given.engine, given.dtype, given.threads);
    const progress = startProgress(context, [{ name: given.path === undefined ? 'geodesic' : 'path', share: 1 }]);
    progress.enter(given.path === undefined ? 'geodesic' : 'path');
    const job: Job = { ...given, subject, engine, progress: progress.advance };
    const found = await (given.path === undefined ? geodesic(job) : path(job)).finally(progress.finish);
    const { parameters, point } = subject;
    const { points, ...report } = found;
    const numbers = given.out === undefined ? printable(points, parameters) : written(given.out, points);
    const seconds = (performance.now() - start) / 1000;
    if (context.format === 'json') {
      const { samples, damping, model } = point;
      const heading = { parameters, samples, head: model.head.family, damping };
      context.write(`${JSON.stringify({ ...heading, ...report, ...numbers, seconds })}\n`);
      return exitCodes.done;
    }
    context.write(
      [
        line('head', subject.head),
        line('parameters', String(parameters)),
        line('samples', String(point.samples)),
        line('damping', String(point.damping)),
        ...Object.entries(report).map(([name, value]) =>
          line(labels[name] ?? name, typeof value === 'number' ? valueText(value) : JSON.stringify(value)),
        ),
        given.out === undefined ? '' : line('points', `in ${given.out}`),
        line('seconds', seconds.toFixed(2)),
      ].join(''),
    );
    return exitCodes.done;
  },
});

const labels: Readonly<Record<string, string>> = { straightLength: 'straight length' };

interface Job {
  readonly subject: NetworkSubject;
  readonly engine: Engine;
  readonly direction: string | undefined;
  readonly time: number;
  readonly points: number;
  readonly path: string | undefined;
  readonly singular: 'refuse' | 'quotient';
  readonly tolerance: number | undefined;
  readonly progress: (fraction: number) => void;
}

interface GeodesicPoint {
  readonly time: number;
  readonly length: number;
  readonly theta: ArrayLike<number>;
}

/** What is found, and the points of a geodesic. */
type Found = Readonly<Record<string, number | null | readonly number[] | readonly GeodesicPoint[] | undefined>> & {
  readonly points?: readonly GeodesicPoint[];
};

async function geodesic({
  subject,
  engine,
  direction,
  time,
  points,
  singular,
  tolerance,
  progress,
}: Job): Promise<Found> {
  const { point, parameters } = subject;
  const velocity = readVector(direction!, parameters).map((entry) => Math.sign(time) * entry);
  const metric = await movingMetric(fisherEnergy(point), engine);
  try {
    const times = Array.from({ length: points }, (_, k) => (Math.abs(time) * (k + 1)) / points);
    const found = await exponentialMap(metric, velocity, times, {
      singular,
      tolerance: tolerance ?? (point.dtype === 'float64' ? 1e-8 : 1e-4),
      progress,
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

function refuseUnfinished({ outcome, points, steps }: FisherGeodesic, time: number): void {
  if (outcome === 'converged') return;
  const reached = points.at(-1)?.time ?? 0;
  const reason = outcome === 'max-steps' ? `${steps} steps were not enough` : 'its acceleration grows without bound';
  throw new DomainError(
    `The geodesic was followed to ${reached} of ${time} only: ${reason}. Go less far, raise --tolerance, or add damping.`,
  );
}

async function path({ subject, engine, path: file, progress }: Job): Promise<Found> {
  const points = readPoints(file!, subject.parameters);
  const metric = await movingMetric(fisherEnergy(subject.point), engine);
  try {
    const pieces: number[] = [];
    let error = 0;
    for (let i = 1; i < points.length; i += 1) {
      const piece = await pathLength(metric, [points[i - 1]!, points[i]!], quadrature(subject.point.dtype));
      pieces.push(piece.length);
      error += piece.error;
      progress(i / (points.length - 1));
    }
    return { length: pieces.reduce((sum, piece) => sum + piece, 0), error, pieces };
  } finally {
    await metric.dispose();
  }
}

/** The relative error of lengths that rounding leaves room for. */
function quadrature(dtype: Dtype): number {
  return dtype === 'float64' ? 1e-8 : 1e-5;
}

function readPoints(file: string, parameters: number): readonly Float64Array[] {
  if (!file.endsWith('.npy')) {
    const rows = parsedJson(file, z.array(z.array(z.number())).min(2), 'two or more flat arrays in theta order');
    rows.forEach((row, i) => {
      if (row.length !== parameters)
        throw new InputError(`${file}: [${i}] has ${row.length} numbers, but the network has ${parameters} parameters`);
    });
    return rows.map((row) => Float64Array.from(row));
  }
  const { shape, data } = readNpy(fileBytes(file), file);
  if (shape.length !== 2 || shape[0]! < 2 || shape[1] !== parameters)
    throw new InputError(
      `${file}: shape (${shape.join(', ')}), expected (points, ${parameters}) with two points or more`,
    );
  return Array.from({ length: shape[0]! }, (_, i) => data.subarray(i * parameters, (i + 1) * parameters));
}

function plain(points: readonly GeodesicPoint[]) {
  return points.map(({ time, length, theta }) => ({ time, length, theta: Array.from(theta) }));
}

function printable(points: readonly GeodesicPoint[] | undefined, parameters: number): object {
  if (!points) return {};
  if (points.length * parameters <= printedNumbers) return { points: plain(points) };
  return { points: points.map(({ time, length }) => ({ time, length })) };
}

function written(file: string, points: readonly GeodesicPoint[] | undefined): object {
  if (!points) throw new InputError('--out is for the points of a geodesic: leave it out with --path');
  try {
    writeFileSync(file, `${JSON.stringify({ points: plain(points) })}\n`);
  } catch (error) {
    throw new InputError(`cannot write ${file}: ${(error as Error).message}`);
  }
  return { out: file };
}
