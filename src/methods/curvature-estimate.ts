import { InputError } from '../errors.ts';
import { normalVector, randomSource } from '../network/index.ts';
import { type CurvatureQuery, squaredArea } from './curvature.ts';
import { dot, type Vector } from './euclidean.ts';
import type { Immersion } from './immersion.ts';
import { type Estimate, partnerMean, sampleMean } from './jackknife.ts';
import {
  type NormalForm,
  type NormalSpace,
  type NormalSpaceOptions,
  normalSpace,
  type SolverTally,
} from './normal-space.ts';
import type { Resumable } from './resumable.ts';

/** When to stop: after so many draws or pairs, or at a relative standard error; the first of those given. */
export interface StoppingRule {
  /** Number of draws, at least 3. */
  readonly draws?: number;
  /** Number of pairs of draws whose mixed form is computed; the draw that reaches it is completed. */
  readonly pairs?: number;
  /**
   * The ratio of standard error to value of every quantity asked for. Looked at from the twelfth draw on; stopping at it
   * biases value and error a little, since small errors stop early.
   */
  readonly relativeError?: number;
}

/** How to estimate: from which seed, when to stop, and how exactly to solve; resumed with the same seed, partners and tolerances. */
export interface EstimateOptions extends StoppingRule, NormalSpaceOptions, Resumable<SamplingState> {
  readonly seed: number;
  /** The normal space, where the caller has one, such as that of a quotient; else that of the damped metric by solves. */
  readonly space?: NormalSpace;
  /** With how many of the draws before it each draw is paired in the mixed form; all unless told. */
  readonly partners?: number;
  /** Called after each draw with the estimate of the scalar so far, once there is one. */
  readonly progress?: (state: EstimateProgress) => void;
}

/** How an estimate goes on. */
export interface EstimateProgress {
  readonly step: number;
  /** The number of draws, where the stopping rule determines it. */
  readonly steps: number | null;
  readonly estimate: Estimate | null;
}

/** What sampling has found so far, plain data. */
export interface SamplingState {
  /** II(z, z) of each draw. */
  readonly forms: readonly NormalForm[];
  /** `traces[i][j]`, j < i: <II(z_i, z_i), II(z_j, z_j)>. */
  readonly traces: readonly Float64Array[];
  /** `mixed[i][k]`: Rm - |II|^2 of z_i and z_j, j = i - 1 - k. */
  readonly mixed: readonly Float64Array[];
  /** R(v, z_i, v, z_i) for the direction v asked for. */
  readonly ricci: readonly number[];
  /** The sum of the bounds on the errors of the pairs of forms. */
  readonly truncation: number;
  readonly solver: SolverTally;
}

/** A curvature estimated by sampling, with what is needed to judge it. */
export interface CurvatureEstimate extends Estimate, SolverTally {
  readonly draws: number;
  /** Number of pairs of draws whose mixed form was computed. */
  readonly pairs: number;
  /**
   * A bound on the bias that stopping the solves inside the quadratic forms causes. The draws themselves have the
   * covariance G^-1 up to `drawTolerance`, relatively.
   */
  readonly truncation: number;
}

/** Which curvatures to estimate: the scalar unless it is declined; Ric(v, v) where a direction v is given. */
export interface EstimateQuery {
  readonly scalar?: boolean;
  readonly direction?: Vector;
}

/** The curvatures asked for; null for the others. */
export interface CurvatureEstimates {
  readonly scalar: CurvatureEstimate | null;
  readonly ricci: (Estimate & { readonly draws: number }) | null;
}

/**
 * Estimates the scalar curvature of the induced metric G = J^T J + damping without forming any matrix; see
 * {@link estimateCurvature}.
 */
export async function estimateScalarCurvature(
  immersion: Immersion,
  options: EstimateOptions,
): Promise<CurvatureEstimate> {
  return (await estimateCurvature(immersion, {}, options)).scalar!;
}

/**
 * Estimates curvatures of G = J^T J + damping without any matrix. For independent v, w with law Normal(0, G^-1) and Rm the
 * curvature of the ambient space,
 *
 *   E[ <II(v, v), II(w, w)> + Rm(v, w, v, w) - |II(v, w)|^2 ] = R,   E_w[ R(v, w, v, w) ] = Ric(v, v).
 *
 * The first term is averaged over all pairs of draws, which takes no solve; the others over the pairs of each draw with
 * its partners, one jet and one solve each. The standard error is a jackknife over draws. Each draw has a random stream of
 * its own, so that a run may be continued. Unbiased but for the truncation of the solves and, with a relative error to
 * reach, for stopping.
 *
 * @throws InputError if no stopping rule is given or one cannot be met.
 * @throws DomainError as `normalSpace`.
 */
export async function estimateCurvature(
  immersion: Immersion,
  query: EstimateQuery,
  options: EstimateOptions,
): Promise<CurvatureEstimates> {
  const last = await sampleCurvature(immersion, query, options);
  const { forms, mixed, ricci, truncation, solver } = last;
  const pairs = pairCount(mixed);
  const draws = forms.length;
  return {
    scalar:
      query.scalar === false ? null : { ...scalarOf(last), draws, pairs, ...solver, truncation: truncation / pairs },
    ricci: query.direction ? { ...sampleMean(ricci), draws } : null,
  };
}

/** Samples until the stopping rule is met and returns what was found; see {@link estimateCurvature}. */
export async function sampleCurvature(
  immersion: Immersion,
  query: EstimateQuery,
  options: EstimateOptions,
): Promise<SamplingState> {
  checkStopping(options);
  const space = options.space ?? normalSpace(immersion, options);
  const partners = query.scalar === false ? 0 : (options.partners ?? Number.POSITIVE_INFINITY);
  const sampler = { immersion, space, partners, query, seed: options.seed };
  const before = options.resume;
  let state = before ?? { forms: [], traces: [], mixed: [], ricci: [], truncation: 0, solver: space.tally() };
  const along = query.direction ? await fixedForm(immersion, query.direction, options) : undefined;
  let recent = await drawVectors(sampler, Math.max(0, state.forms.length - partners), state.forms.length);
  while (!isDone(state, query, options)) {
    const { found, vector } = await nextDraw(sampler, state, recent, along);
    state = { ...found, solver: joined(before?.solver, space.tally()) };
    recent = [...recent, vector].slice(partners === 0 ? 1 : -partners);
    const enough = query.scalar !== false && state.forms.length >= 3;
    options.progress?.({
      step: state.forms.length,
      steps: options.draws ?? null,
      estimate: enough ? scalarOf(state) : null,
    });
    options.checkpoint?.(state);
  }
  return state;
}

/** The curvature K(v, w) of a plane: three jets and three solves. */
export async function solvedSectionalCurvature(
  immersion: Immersion,
  [v, w]: NonNullable<CurvatureQuery['plane']>,
  options: NormalSpaceOptions & Pick<EstimateOptions, 'space'> = {},
): Promise<number> {
  const { many, damping, ambientCurvature } = immersion;
  const space = options.space ?? normalSpace(immersion, { ...options, tolerance: options.tolerance ?? 1e-6 });
  const [vv, ww, vw] = (await space.normalForms(await many.jet([v, w, v], [v, w, w]))) as NormalForm[];
  const [jv, jw] = (await many.differential([v, w])) as [Vector, Vector];
  const product = space.inner(vv!, ww!) - space.inner(vw!, vw!) + (ambientCurvature?.(jv, jw) ?? 0);
  const metric = (a: Vector, b: Vector, ja: Vector, jb: Vector): number => dot(ja, jb) + damping * dot(a, b);
  return product / squaredArea(metric(v, v, jv, jv), metric(w, w, jw, jw), metric(v, w, jv, jw));
}

interface Sampler {
  readonly immersion: Immersion;
  readonly space: NormalSpace;
  readonly partners: number;
  readonly query: EstimateQuery;
  readonly seed: number;
}

/** A direction v with II(v, v), solved finely enough that inner products with it need no other solve. */
interface FixedForm {
  readonly v: Vector;
  readonly image: Vector;
  readonly form: NormalForm;
}

async function fixedForm(immersion: Immersion, v: Vector, options: EstimateOptions): Promise<FixedForm> {
  const space = options.space ?? normalSpace(immersion, { ...options, tolerance: 1e-6 });
  const [form] = await space.normalForms(await immersion.many.jet([v], [v]));
  return { v, image: await immersion.differential(v), form: form! };
}

/** The draws numbered from `start` to `end` - 1. */
async function drawVectors(
  { immersion, space, seed }: Sampler,
  start: number,
  end: number,
): Promise<readonly Float64Array[]> {
  const streams = Array.from({ length: end - start }, (_, i) => randomSource(seed, start + i));
  if (streams.length === 0) return [];
  const xi = streams.map((random) => normalVector(random, immersion.ambient));
  return space.draws(
    xi,
    streams.map((random) => normalVector(random, immersion.parameters)),
  );
}

/** One more draw z, with its forms: with itself, with the draws `recent` before it, and with the direction asked for. */
async function nextDraw(
  sampler: Sampler,
  state: SamplingState,
  recent: readonly Float64Array[],
  along: FixedForm | undefined,
): Promise<{ readonly found: Omit<SamplingState, 'solver'>; readonly vector: Float64Array }> {
  const { immersion, space } = sampler;
  const { ambientCurvature, many } = immersion;
  const index = state.forms.length;
  const vector = (await drawVectors(sampler, index, index + 1))[0]!;
  const others: readonly Vector[] = [...recent.toReversed(), ...(along ? [along.v] : [])];
  const jets = await many.jet([vector, ...others.map(() => vector)], [vector, ...others]);
  const [form, ...mixed] = (await space.normalForms(jets)) as [NormalForm, ...NormalForm[]];
  const images = ambientCurvature ? await many.differential([vector, ...others]) : [];
  const values = mixed.map((one, k) => (ambientCurvature?.(images[0]!, images[k + 1]!) ?? 0) - space.inner(one, one));
  const traces = Float64Array.from(state.forms, (other) => space.inner(form, other));
  let { truncation } = state;
  for (let k = 0; k < recent.length; k += 1)
    truncation += space.gap(form, state.forms[index - 1 - k]!) + space.gap(mixed[k]!, mixed[k]!);
  return {
    found: {
      forms: [...state.forms, form],
      traces: [...state.traces, traces],
      mixed: [...state.mixed, Float64Array.from(values.slice(0, recent.length))],
      ricci: along ? [...state.ricci, space.inner(along.form, form) + values.at(-1)!] : [],
      truncation,
    },
    vector,
  };
}

function scalarOf({ traces, mixed }: SamplingState): Estimate {
  return partnerMean(traces, mixed);
}

function pairCount(rows: readonly ArrayLike<number>[]): number {
  return rows.reduce((sum, row) => sum + row.length, 0);
}

function joined(before: SolverTally | undefined, now: SolverTally): SolverTally {
  if (!before) return now;
  return {
    solves: before.solves + now.solves,
    solverSteps: before.solverSteps + now.solverSteps,
    worstResidual: Math.max(before.worstResidual, now.worstResidual),
    outcome: before.outcome === 'truncated' ? before.outcome : now.outcome,
  };
}

/** The fewest draws at which a relative error is looked at: a jackknife of fewer is too uncertain. */
const leastDraws = 12;

function checkStopping({ draws, pairs, relativeError, partners }: EstimateOptions): void {
  if (draws === undefined && pairs === undefined && relativeError === undefined)
    throw new InputError('An estimate needs to know when to stop: give draws, pairs or a relative error.');
  if (draws !== undefined && (!Number.isInteger(draws) || draws < 3))
    throw new InputError(`An estimate needs 3 or more draws, got ${draws}.`);
  if (pairs !== undefined && !(pairs >= 3)) throw new InputError(`An estimate needs 3 or more pairs, got ${pairs}.`);
  if (relativeError !== undefined && !(relativeError > 0))
    throw new InputError(`A relative error to reach is positive; got ${relativeError}.`);
  if (partners !== undefined && (!Number.isInteger(partners) || partners < 1))
    throw new InputError(`Each draw has 1 or more partners; got ${partners}.`);
}

function isDone(state: SamplingState, query: EstimateQuery, { draws, pairs, relativeError }: EstimateOptions): boolean {
  const done = state.forms.length;
  if (done < 3) return false;
  if (draws !== undefined && done >= draws) return true;
  const count = query.scalar === false ? done : pairCount(state.mixed);
  if (pairs !== undefined && count >= pairs) return true;
  if (relativeError === undefined || done < leastDraws) return false;
  const wanted = [
    ...(query.scalar === false ? [] : [scalarOf(state)]),
    ...(query.direction ? [sampleMean(state.ricci)] : []),
  ];
  return wanted.every(({ value, standardError }) => standardError <= relativeError * Math.abs(value));
}
