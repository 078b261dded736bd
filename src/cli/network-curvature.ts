import { InputError } from '../errors.ts';
import { fisherImmersion, fisherInputs, fisherSummary, type NullSpace, nullSpace } from '../methods/index.ts';
import { outputCount, refuseKink } from '../network/index.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './exit-code.ts';
import { checkpointOption, openCheckpoint } from './network-checkpoint.ts';
import {
  type CurvatureJob,
  type CurvatureMethod,
  curvatureBy,
  type FoundCurvature,
  type NetworkQuery,
  usualStop,
} from './network-curvature-routes.ts';
import { networkEngine } from './network-engine.ts';
import { readVector } from './network-files.ts';
import { type NetworkSubject, networkOptions, networkSubject, requestOf, traceOf } from './network-subject.ts';
import { line, summaryText, valueText } from './network-text.ts';
import { choice, choices, positiveNumber, text, wholeNumber } from './options.ts';

/** Up to this many parameters the dense Gauss equation is the route unless another is asked for. */
const denseParameters = 400;

/** Operations of the dense Gauss equation that take about half a minute. */
const denseOperations = 1e12;

const options = {
  ...networkOptions,
  method: choice(
    ['definition', 'gauss', 'estimate'],
    `route: from derivatives of the metric (up to about 30 parameters), by the Gauss equation (up to about 2000), or sampled without any matrix (any size); unless given gauss where it takes about half a minute at most, up to ${denseParameters} parameters, else estimate`,
    undefined,
  ),
  quantity: choices(['scalar', 'sectional', 'ricci'], 'what to compute', ['scalar']),
  plane: text('V.json,W.json', 'two vectors of parameters that span the plane of the sectional curvature'),
  direction: text('V.json', 'the vector v of Ric(v, v), not normalised; the first of --plane unless given'),
  singular: choice(
    ['refuse', 'quotient'],
    'a metric without full rank: refuse it, or take the curvature of the quotient by its null space, where the rank is certain and locally constant (gauss, estimate)',
    'refuse',
  ),
  relativeError: positiveNumber(
    `estimate: stop at this ratio of standard error to value (${usualStop.relativeError}, or at ${usualStop.pairs} pairs, unless this or --pairs is given)`,
    undefined,
  ),
  pairs: wholeNumber('estimate: stop at this number of pairs of draws', 3, undefined),
  partners: wholeNumber('estimate: pairs for each draw', 1, 4),
  tolerance: positiveNumber('estimate: relative residual of the linear solves', 1e-3),
  checkpoint: checkpointOption,
} as const;

/** `fisher-rao network curvature`: the curvature of the Fisher metric of a network. */
export const networkCurvature = defineCommand({
  name: 'network curvature',
  summary: 'curvature of the Fisher metric of a neural network',
  description:
    'Computes scalar, sectional and Ricci curvature of the Fisher metric F + damping of a network at its parameters, over the inputs given. Rank and null space come first: a metric without full rank has no curvature unless damping or --singular quotient gives it one. Vectors are flat JSON arrays in theta order: W0 by rows, b0, W1, ... Spheres have positive curvature. A relu network is smooth except where a unit has argument 0; there it is refused, elsewhere its curvature is that of the smooth map it agrees with nearby.',
  arguments: [],
  formats: ['text', 'json'],
  options,
  examples: [
    {
      line: 'fisher-rao network curvature --widths 784,32,10 --data mnist:200 --damping 0.1',
      does: 'the scalar curvature of a random softmax network on 200 images, with its standard error',
    },
    {
      line: 'fisher-rao network curvature --widths 2,3,1 --head normal --weights W.json --data D.json --method gauss --damping 0.01 --quantity scalar,ricci --direction V.json --format json',
      does: 'a small network of your own, exactly',
    },
    {
      line: 'fisher-rao network curvature --widths 2,3,2 --head student-t.json --data D.json --damping 0.1',
      does: 'with a head of your own, {"family": "student-t", "parameters": {"nu": 3}, "links": {"mu": "z1", "sigma": "exp(z2)"}}',
    },
    {
      line: 'fisher-rao network curvature --widths 784,100,10 --data mnist:500 --damping 0.1 --dtype float32 --relative-error 0.01 --checkpoint run.json',
      does: 'one per cent; interrupted and started again it goes on',
    },
  ],
  run: async ({ options: given }, context) => {
    const start = performance.now();
    const subject = networkSubject(given);
    const query = readQuery(given, subject.parameters);
    const method = given.method ?? usualMethod(subject);
    const { seed, partners, tolerance, singular } = given;
    const settings = method === 'estimate' ? { seed, partners, tolerance, singular } : { singular };
    const file = openCheckpoint(
      given.checkpoint,
      requestOf('curvature', subject, given, { method, ...query, ...settings }),
    );
    const engine = await networkEngine(given.engine, given.dtype, given.threads);
    const { model } = subject.point;
    const { theta, x } = fisherInputs(subject.point);
    const kink = await refuseKink({ network: model.network, theta: theta!, x: x! }, engine);
    const immersion = await fisherImmersion(subject.point, engine);
    try {
      const summary = await file.once('summary', () => fisherSummary(immersion, traceOf(subject, engine)));
      const space = await file.once('null space', () => nullSpace(subject.point, immersion, summary));
      if (context.format === 'text') context.write(summaryText(subject, summary, space));
      const job: CurvatureJob = { ...given, method, subject, query, engine, immersion, summary, kink, file };
      const found = await curvatureBy(job, context);
      const seconds = (performance.now() - start) / 1000;
      if (context.format === 'text') context.write(curvatureText(found, method, seconds));
      else context.write(`${JSON.stringify(jsonReport(job, space, found, seconds))}\n`);
    } finally {
      file.close();
      await immersion.dispose();
    }
    return exitCodes.done;
  },
});

/** The dense Gauss equation where it is quick, the estimate elsewhere. */
function usualMethod({ parameters, point }: NetworkSubject): CurvatureMethod {
  const rows = point.samples * outputCount(point.model.network);
  const operations = parameters ** 2 * rows * Math.min(parameters, rows);
  return parameters <= denseParameters && operations <= denseOperations ? 'gauss' : 'estimate';
}

function readQuery(
  {
    quantity,
    plane,
    direction,
  }: {
    readonly quantity: readonly string[];
    readonly plane: string | undefined;
    readonly direction: string | undefined;
  },
  parameters: number,
): NetworkQuery {
  const files = plane?.split(',').map((path) => path.trim()) ?? [];
  if (plane !== undefined && files.length !== 2)
    throw new InputError(`--plane: expected two files, V.json,W.json; got '${plane}'`);
  const wants = (name: string): boolean => quantity.includes(name);
  if (wants('sectional') && plane === undefined)
    throw new InputError('a sectional curvature needs a plane: give --plane V.json,W.json');
  const path = direction ?? files[0];
  if (wants('ricci') && path === undefined)
    throw new InputError('Ric(v, v) needs a vector v: give --direction V.json, or --plane');
  const [v, w] = files.map((file) => readVector(file, parameters));
  return {
    scalar: wants('scalar'),
    ...(wants('sectional') ? { plane: [v!, w!] } : {}),
    ...(wants('ricci') ? { direction: readVector(path!, parameters) } : {}),
  };
}

function curvatureText(found: FoundCurvature, method: CurvatureMethod, seconds: number): string {
  const { scalar, sectional, ricci, remarks } = found;
  const count = (quantity: { readonly pairs?: number; readonly draws?: number }): string =>
    [quantity.pairs && `${quantity.pairs} pairs`, quantity.draws && `${quantity.draws} draws`]
      .filter(Boolean)
      .join(', ');
  const shown = (name: string, quantity: FoundCurvature['scalar']): string => {
    if (!quantity) return '';
    const counted = count(quantity);
    return line(name, `${valueText(quantity.value, quantity.standardError)}${counted && ` (${counted})`}`);
  };
  return [
    line('method', method),
    shown('scalar curvature', scalar),
    shown('sectional curvature', sectional),
    shown('Ric(v, v)', ricci),
    ...remarks.map((remark) => line('remark', remark)),
    line('seconds', seconds.toFixed(2)),
  ].join('');
}

function jsonReport(job: CurvatureJob, space: NullSpace, found: FoundCurvature, seconds: number) {
  const { subject, summary, method, engine } = job;
  const { parameters, rank, rankBound, lambdaMax, trace, traceError, logDetMetric } = summary;
  return {
    parameters,
    samples: subject.point.samples,
    head: subject.point.model.head.family,
    link: subject.head,
    damping: subject.point.damping,
    method,
    engine: engine.name,
    dtype: subject.point.dtype,
    rank,
    rankBound,
    nullSpace: space,
    lambdaMax,
    traceFisher: trace,
    ...(traceError === null ? {} : { traceFisherError: traceError }),
    // JSON has no infinity: a singular metric has no logarithm of its determinant.
    logDetMetric: logDetMetric === null || !Number.isFinite(logDetMetric) ? null : logDetMetric,
    ...found,
    seconds,
  };
}
