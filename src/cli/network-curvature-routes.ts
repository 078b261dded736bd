import type { Engine } from '../engine/index.ts';
import { DomainError, InputError } from '../errors.ts';
import {
  type Curvature,
  type CurvatureEstimates,
  definitionCurvature,
  type Estimate,
  estimateCurvature,
  type FisherSummary,
  fisherMetricPoint,
  gaussCurvature,
  type Immersion,
  type NormalSpace,
  quotientSpace,
  refusedRank,
  type SamplingState,
  type SingularMetric,
  type StoppingRule,
  solvedSectionalCurvature,
} from '../methods/index.ts';
import type { Context } from './command.ts';
import type { Checkpoint } from './network-checkpoint.ts';
import type { NetworkSubject } from './network-subject.ts';
import { startProgress } from './progress.ts';

/** The routes to a curvature. */
export type CurvatureMethod = 'definition' | 'gauss' | 'estimate';

/** What was asked: the vectors of the quantities. */
export interface NetworkQuery {
  readonly scalar: boolean;
  readonly plane?: readonly [Float64Array, Float64Array];
  readonly direction?: Float64Array;
}

/** A curvature to compute, with all that a route may need. */
export interface CurvatureJob {
  readonly method: CurvatureMethod;
  readonly subject: NetworkSubject;
  readonly query: NetworkQuery;
  readonly engine: Engine;
  readonly immersion: Immersion;
  readonly summary: FisherSummary;
  /** The distance of the nearest kink; Infinity for a smooth network. */
  readonly kink: number;
  readonly singular: SingularMetric;
  readonly relativeError: number | undefined;
  readonly pairs: number | undefined;
  readonly partners: number;
  readonly tolerance: number;
  readonly seed: number;
  readonly file: Checkpoint;
}

/** A value, with what belongs to an estimated one. */
export interface FoundQuantity {
  readonly value: number;
  readonly standardError?: number;
  readonly pairs?: number;
  readonly draws?: number;
  /** A bound on the bias by inexact solves. */
  readonly truncation?: number;
}

/** The quantities asked for, and what a reader should know of them. */
export interface FoundCurvature {
  readonly scalar?: FoundQuantity;
  readonly sectional?: FoundQuantity;
  readonly ricci?: FoundQuantity;
  readonly remarks: readonly string[];
}

/** What ends an estimate that was told nothing. */
export const usualStop = { relativeError: 0.05, pairs: 2000 };

/** Spacing of the numbers of a type around one. */
const rounding = { float64: 2 ** -52, float32: 2 ** -23 };

/**
 * Computes the curvature asked for by its route.
 *
 * @throws DomainError if the metric has its full rank only by a damping that is lost in rounding.
 */
export async function curvatureBy(job: CurvatureJob, context: Context): Promise<FoundCurvature> {
  const { method, singular, subject, engine, immersion, query, file } = job;
  if (singular === 'quotient' && method === 'definition') {
    throw new InputError(
      '--singular quotient is for --method gauss and estimate: the definition inverts the metric, which needs full rank or --damping',
    );
  }
  refuseLostDamping(subject, job.summary);
  switch (method) {
    case 'definition':
      return dense(job, context, (progress) =>
        definitionCurvature(fisherMetricPoint(subject.point), engine, query, { ...file.part('jets'), progress }),
      );
    case 'gauss':
      return dense(job, context, (progress) =>
        gaussCurvature(immersion, query, singular, { ...file.part('frame'), progress }),
      );
    case 'estimate':
      return estimate(job, context);
  }
}

/** Null directions have the curvature of second derivatives over the damping, so of their rounding errors over it. */
function refuseLostDamping({ point: { damping, dtype } }: NetworkSubject, summary: FisherSummary): void {
  const least = rounding[dtype] * summary.lambdaMax;
  const rank = summary.rank ?? summary.rankBound;
  if (damping === 0 || damping >= least || rank === summary.parameters) return;
  throw new DomainError(
    `the damping ${damping} is lost in the rounding of ${dtype}, ${least.toPrecision(3)} beside the largest eigenvalue, and the metric has at most rank ${rank} in ${summary.parameters} parameters without it. Give a damping of ${(2 * least).toExponential(0)} or more${dtype === 'float32' ? ', or --dtype float64' : ', or --singular quotient with none'}`,
  );
}

async function dense(
  job: CurvatureJob,
  context: Context,
  compute: (progress: (fraction: number) => void) => Promise<Curvature>,
): Promise<FoundCurvature> {
  const progress = startProgress(context, [{ name: job.method, share: 1 }]);
  progress.enter(job.method);
  const { scalar, sectional, ricci } = await compute(progress.advance).finally(progress.finish);
  return {
    ...(job.query.scalar ? { scalar: { value: scalar } } : {}),
    ...(sectional === null ? {} : { sectional: { value: sectional } }),
    ...(ricci === null ? {} : { ricci: { value: ricci } }),
    remarks: remarksOf(job),
  };
}

function remarksOf(job: CurvatureJob): string[] {
  const { subject, summary, singular } = job;
  const deficient = summary.rank !== null && summary.rank < summary.parameters;
  return [
    ...subject.remarks,
    ...(subject.point.damping > 0 ? ['the curvature of a damped metric depends on the parametrisation'] : []),
    ...(subject.point.damping === 0 && deficient && singular === 'quotient'
      ? [`the curvature is that of the quotient of dimension ${summary.rank} by the null space`]
      : []),
    ...(Number.isFinite(job.kink)
      ? ['the network is piecewise smooth: the curvature is that of the piece around these parameters']
      : []),
  ];
}

async function estimate(job: CurvatureJob, context: Context): Promise<FoundCurvature> {
  const { immersion, query, seed, partners, tolerance } = job;
  const undamped = job.subject.point.damping === 0 ? { space: await undampedSpace(job) } : {};
  const sectional = query.plane
    ? {
        value: await solvedSectionalCurvature(immersion, query.plane, {
          tolerance: Math.min(1e-8, tolerance),
          ...undamped,
        }),
      }
    : undefined;
  const stop = stoppingRule(job);
  const progress = startProgress(context, [{ name: 'estimate', share: 1 }]);
  progress.enter('estimate');
  try {
    const sampled =
      query.scalar || query.direction
        ? await estimateCurvature(immersion, query, {
            ...stop,
            seed,
            partners,
            tolerance,
            drawTolerance: tolerance / 100,
            ...undamped,
            ...job.file.part<SamplingState>('draws'),
            progress: ({ step, estimate: soFar }) =>
              progress.advance(shareDone(stop, partners, step, soFar), soFar ? valueText(soFar) : ''),
          })
        : { scalar: null, ricci: null };
    const { scalar, ricci } = sampled;
    return {
      ...(scalar ? { scalar: pick(scalar) } : {}),
      ...(sectional ? { sectional } : {}),
      ...(ricci ? { ricci } : {}),
      remarks: [...remarksOf(job), ...samplingRemarks(scalar, ricci, stop)],
    };
  } finally {
    progress.finish();
  }
}

/** Without damping the metric is inverted where its rank is certain, on the quotient where that is not full. */
async function undampedSpace({ immersion, summary, singular }: CurvatureJob): Promise<NormalSpace> {
  const { eigenvalues, rank, parameters, ambient } = summary;
  if (eigenvalues === null || rank === null) {
    throw new DomainError(
      `the rank of the metric is not known: ${parameters} parameters and ${ambient} rows of J are both too many for its eigenvalues. Give --damping, or fewer --samples`,
    );
  }
  if (rank < parameters && singular === 'refuse') throw refusedRank(rank, parameters);
  return (await quotientSpace(immersion, eigenvalues)).space;
}

function pick({ value, standardError, pairs, draws, truncation }: Required<FoundQuantity>): FoundQuantity {
  return { value, standardError, pairs, draws, truncation };
}

/** With fewer draws the error of the standard error is mentioned. */
const manyDraws = 20;

function samplingRemarks(
  scalar: CurvatureEstimates['scalar'],
  ricci: CurvatureEstimates['ricci'],
  { relativeError }: StoppingRule,
): string[] {
  const draws = (scalar ?? ricci)?.draws ?? manyDraws;
  // Of m normal draws a standard error has relative standard error 1/sqrt(2(m - 1)); heavier tails have more.
  const ownError = Math.round(100 / Math.sqrt(2 * (draws - 1)));
  return [
    'standard errors are of the sampling of directions, not of the data',
    ...(draws < manyDraws
      ? [`of ${draws} draws, the standard error itself is uncertain by ${ownError} % or more`]
      : []),
    ...(relativeError === undefined ? [] : ['stopping at a relative error favours small errors a little']),
    ...(scalar?.outcome === 'truncated' ? ['some linear solves ran out of steps: the values are biased'] : []),
  ];
}

/** What was asked for ends an estimate; of nothing, the usual relative error, or the usual number of pairs. */
function stoppingRule({ relativeError, pairs }: CurvatureJob): StoppingRule {
  if (relativeError === undefined && pairs === undefined) return usualStop;
  return { ...(relativeError === undefined ? {} : { relativeError }), ...(pairs === undefined ? {} : { pairs }) };
}

/** How much of the work is done, by whichever rule is nearer: a relative error falls as the root of the draws. */
function shareDone(
  { relativeError, pairs }: StoppingRule,
  partners: number,
  step: number,
  soFar: Estimate | null,
): number {
  const byPairs = pairs === undefined ? 0 : (step * partners) / pairs;
  const reached = soFar && relativeError ? soFar.standardError / Math.abs(soFar.value) : Number.POSITIVE_INFINITY;
  const byError = relativeError === undefined ? 0 : (relativeError / reached) ** 2;
  return Math.min(1, Math.max(byPairs, byError));
}

function valueText({ value, standardError }: Estimate): string {
  return `${value.toPrecision(4)} ± ${standardError.toPrecision(2)}`;
}
