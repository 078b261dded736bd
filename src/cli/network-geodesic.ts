import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { readNpy } from '../network/index.ts';
import { type CommandOption, defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { checkpointOption, openCheckpoint } from './network-checkpoint.ts';
import { networkEngine } from './network-engine.ts';
import { fileBytes, parsedJson, readVector, readWeights } from './network-files.ts';
import {
  type FoundGeodesic,
  type GeodesicKind,
  type GeodesicVectors,
  geodesicRoutes,
} from './network-geodesic-routes.ts';
import { type NetworkSubject, networkOptions, networkSubject, requestOf } from './network-subject.ts';
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
  to: text(
    'FILE',
    'instead of a direction, the parameters to reach: weights as --weights reads them (.json, .npz, .npy), or for a model all parameters in theta order (.npy, or .json with a flat array)',
  ),
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
  out: text(
    'FILE.json',
    'write the points there: {"points": [{"time", "length", "theta": [...]}, ...]}, with --to the "velocity" besides',
  ),
  checkpoint: checkpointOption,
} as const;

/** `fisher-rao network geodesic`: the exponential map of the Fisher metric of a network, and lengths of paths. */
export const networkGeodesic = defineCommand({
  name: 'network geodesic',
  summary: 'geodesics of the Fisher metric of a neural network, and lengths of paths of parameters',
  description:
    "The geodesic that leaves the network's parameters with a given velocity, by integration of the geodesic equation of the Fisher metric F + damping over the inputs given; drift is the largest relative change of its speed, which is constant on a geodesic. Without damping its course does not depend on the parametrisation, with damping it does. Up to 400 parameters the metric is a matrix and its rank is known; beyond, each step solves by conjugate gradients and needs damping. With --to, the logarithm map: a geodesic from the network's parameters to others, found by shooting, its first velocity, and its length, which the distance does not exceed; the metric must have full rank or damping, and where no geodesic is found the answer says how far one was. With --path, the length of a path such as that of a training run. Networks with kinks (relu, max pooling) are refused.",
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
      line: 'fisher-rao network geodesic --widths 2,3,3 --data D.json --damping 0.01 --weights before.json --to after.json --format json',
      does: 'a geodesic between two networks, by its first velocity',
    },
    {
      line: 'fisher-rao network geodesic --widths 2,3,3 --data D.json --path checkpoints.npy',
      does: 'the length of a training run',
    },
  ],
  run: async ({ options: given }, context) => {
    const start = performance.now();
    const kinds = (['direction', 'to', 'path'] as const).filter((name) => given[name] !== undefined);
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
      throw new InputError(
        'give one of --direction V.json for a geodesic, --to W.json for one between two networks, --path P.json for the length of a path',
      );
    }
    const subject = networkSubject(given);
    const tolerance = given.tolerance ?? usualTolerance[kind === 'to' ? 'to' : 'direction'][given.dtype];
    const vectors = vectorsOf(kind, given[kind]!, subject);
    const { time, points, singular } = given;
    const settings = { kind, vectors, ...(kind === 'path' ? {} : { points, tolerance, singular }) };
    const file = openCheckpoint(
      given.checkpoint,
      requestOf('geodesic', subject, given, kind === 'direction' ? { ...settings, time } : settings),
    );
    const progress = startProgress(context, [{ name: stageOf[kind], share: 1 }]);
    progress.enter(stageOf[kind]);
    const engine = await networkEngine(given.engine, given.dtype, given.threads);
    const found = await geodesicRoutes[kind](
      { subject, time, points, singular, tolerance, engine, file, progress: progress.advance },
      vectors,
    ).finally(() => {
      progress.finish();
      file.close();
    });
    const { parameters, point } = subject;
    const { points: along, velocity, ...report } = found;
    const numbers = given.out === undefined ? printable(found, parameters) : written(given.out, found);
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

const stageOf = { direction: 'geodesic', to: 'shooting', path: 'path' } as const;

/** Shooting begins anew from each end, so that it needs fewer digits than a geodesic that is followed once. */
const usualTolerance = {
  direction: { float64: 1e-8, float32: 1e-4 },
  to: { float64: 1e-7, float32: 1e-3 },
} as const;

const labels: Readonly<Record<string, string>> = { straightLength: 'straight length' };

/** The vectors that a job is about: a velocity, a goal, or the points of a path. */
function vectorsOf(kind: GeodesicKind, file: string, { point, parameters }: NetworkSubject): GeodesicVectors {
  const { network } = point.model;
  if (kind === 'path') return readPoints(file, parameters);
  if (kind === 'direction') return [readVector(file, parameters)];
  return [network.kind === 'dense' ? readWeights(file, network) : readVector(file, parameters)];
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

type GeodesicNumbers = Pick<FoundGeodesic, 'points' | 'velocity'>;

function plain({ points = [], velocity }: GeodesicNumbers) {
  return {
    ...(velocity ? { velocity: Array.from(velocity) } : {}),
    points: points.map(({ time, length, theta }) => ({ time, length, theta: Array.from(theta) })),
  };
}

function printable(found: GeodesicNumbers, parameters: number): object {
  const { points } = found;
  if (!points) return {};
  if (points.length * parameters <= printedNumbers) return plain(found);
  return { points: points.map(({ time, length }) => ({ time, length })) };
}

function written(file: string, found: GeodesicNumbers): object {
  if (!found.points) throw new InputError('--out is for the points of a geodesic: leave it out with --path');
  try {
    writeFileSync(file, `${JSON.stringify(plain(found))}\n`);
  } catch (error) {
    throw new InputError(`cannot write ${file}: ${(error as Error).message}`);
  }
  return { out: file };
}
