import type { Engine } from '../engine/index.ts';
import { InputError } from '../errors.ts';
import {
  type Curvature,
  definitionCurvature,
  type Estimate,
  estimateCurvature,
  type FisherSummary,
  fisherMetricPoint,
  gaussCurvature,
  type Immersion,
  type SamplingState,
  type SingularMetric,
  type StoppingRule,
  solvedSectionalCurvature,
} from '../methods/index.ts';
import type { Context } from './command.ts';
import { openCheckpoint } from './network-checkpoint.ts';
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
  readonly checkpoint: string | undefined;
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

/** Computes the curvature asked for by its route. */
export async function curvatureBy(job: CurvatureJob, context: Context): Promise<FoundCurvature> {
  const { method, singular, subject, engine, immersion, query } = job;
  if (singular === 'quotient' && method !== 'gauss') {
    throw new InputError(
      `--singular quotient is for --method gauss; by ${method} the metric needs full rank: give --damping, or --method gauss`,
    );
  }
  switch (method) {
    case 'definition':
      return dense(job, await definitionCurvature(fisherMetricPoint(subject.point), engine, query));
    case 'gauss':
      return dense(job, await gaussCurvature(immersion, query, singular));
    case 'estimate':
      return estimate(job, context);
  }
}

function dense(job: CurvatureJob, { scalar, sectional, ricci }: Curvature): FoundCurvature {
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
  const { immersion, query, seed, partners } = job;
  const { tolerance, leastEigenvalue } = conditioning(job);
  const sectional = query.plane
    ? {
        value: await solvedSectionalCurvature(immersion, query.plane, {
          tolerance: Math.min(1e-8, tolerance),
          leastEigenvalue,
        }),
      }
    : undefined;
  const stop = stoppingRule(job);
  const file = job.checkpoint === undefined ? undefined : openCheckpoint(job.checkpoint, partsOf(job));
  const progress = startProgress(context, [{ name: 'estimate', share: 1 }]);
  progress.enter('estimate');
  let last: SamplingState | undefined;
  try {
    const sampled =
      query.scalar || query.direction
        ? await estimateCurvature(immersion, query, {
            ...stop,
            seed,
            partners,
            tolerance,
            drawTolerance: tolerance / 100,
            leastEigenvalue,
            ...(file?.state ? { resume: file.state } : {}),
            checkpoint: (state) => {
              last = state;
              file?.save(state);
            },
            progress: ({ step, estimate: soFar }) =>
              progress.advance(shareDone(stop, partners, step, soFar), soFar ? valueText(soFar) : ''),
          })
        : { scalar: null, ricci: null };
    const { scalar, ricci } = sampled;
    return {
      ...(scalar ? { scalar: pick(scalar) } : {}),
      ...(sectional ? { sectional } : {}),
      ...(ricci ? { ricci } : {}),
      remarks: [...remarksOf(job), ...samplingRemarks(scalar?.outcome, stop)],
    };
  } finally {
    if (last) file?.save(last, true);
    progress.finish();
  }
}

/**
 * Without damping the estimate is trusted only where the metric is regular by far and leaves a normal space: elsewhere inner
 * products of normal parts are differences of numbers that agree to many digits, and solves must be finer by the root of
 * the condition.
 */
function conditioning({ subject, summary, tolerance }: CurvatureJob): {
  readonly tolerance: number;
  readonly leastEigenvalue: number;
} {
  const { eigenvalues, lambdaMax, ambient, parameters } = summary;
  if (subject.point.damping > 0 || !eigenvalues || ambient <= parameters) return { tolerance, leastEigenvalue: 0 };
  const least = eigenvalues.at(-1)! / lambdaMax;
  if (least < 1e-8) return { tolerance, leastEigenvalue: 0 };
  return { tolerance: tolerance * Math.sqrt(least), leastEigenvalue: eigenvalues.at(-1)! };
}

function pick({ value, standardError, pairs, draws, truncation }: Required<FoundQuantity>): FoundQuantity {
  return { value, standardError, pairs, draws, truncation };
}

function samplingRemarks(outcome: string | undefined, { relativeError }: StoppingRule): string[] {
  return [
    'standard errors are of the sampling of directions, not of the data',
    ...(relativeError === undefined ? [] : ['stopping at a relative error favours small errors a little']),
    ...(outcome === 'truncated' ? ['some linear solves ran out of steps: the values are biased'] : []),
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

/** All that the numbers of an estimate depend on. */
function partsOf({ subject, query, seed, partners, tolerance }: CurvatureJob): Parameters<typeof openCheckpoint>[1] {
  const { theta, inputs, model, samples, damping, dtype } = subject.point;
  const settings = { network: model.network, head: subject.head, samples, damping, dtype, seed, partners, tolerance };
  const vectors = [theta, inputs, query.direction ?? []].map((vector) => Float64Array.from(vector));
  return [JSON.stringify({ ...settings, scalar: query.scalar }), ...vectors];
}
