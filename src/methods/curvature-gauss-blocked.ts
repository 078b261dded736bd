import { DomainError, InputError } from '../errors.ts';
import { normalVector, randomSource } from '../network/index.ts';
import { dtypeOf } from '../program/index.ts';
import { type Curvature, type CurvatureQuery, squaredArea } from './curvature.ts';
import { dot, norm, type Vector } from './euclidean.ts';
import { type FrameForms, type FrameSumsState, frameForms, jetTrace } from './frame-sums.ts';
import type { Immersion } from './immersion.ts';
import { type OrthonormalFrame, orthonormalFrame } from './orthonormal-frame.ts';
import { pivotedCholesky } from './pivoted-cholesky.ts';
import type { Lasting } from './resumable.ts';
import { refusedVaryingRank, type SingularMetric } from './tangent-frame.ts';

/** As many numbers a dense matrix may have: one gigabyte. */
const matrixNumbers = 2 ** 27;

/**
 * The curvature of the induced metric by the Gauss equation, as `gaussCurvature`, from products of dense matrices by the engine and
 * sums over blocks of a frame: for p and M up to some thousands. Nothing of p^2 M numbers is held; operations about
 * p^2 M min(p, M).
 *
 * @throws DomainError as `gaussCurvature`; or if so little of the second derivatives is normal that rounding could exceed
 *   1e-6 of the result in float64, 1e-3 in float32, relative or absolute.
 * @throws InputError if J has more than 2^27 numbers.
 */
export async function blockedGaussCurvature(
  immersion: Immersion,
  query: CurvatureQuery = {},
  singular: SingularMetric = 'refuse',
  options: Lasting<FrameSumsState> = {},
): Promise<Curvature> {
  const { parameters, ambient, secondDerivative } = immersion;
  if (parameters * Math.max(parameters, ambient) > matrixNumbers) {
    throw new InputError(
      `The dense Gauss equation needs matrices of ${parameters} by ${Math.max(parameters, ambient)} numbers, the limit is ` +
        `${matrixNumbers} in each. Take fewer samples or parameters, or the estimate.`,
    );
  }
  const frame = await orthonormalFrame(immersion, secondDerivative.engine, singular);
  if (frame.rank < parameters) await refuseVaryingRank(immersion, frame);
  const forms = await frameForms(immersion, frame);
  try {
    const trace = await jetTrace(immersion, frame);
    const factors = ambientFactors(immersion, frame);
    const { plane, direction } = query;
    const { normal, whole } = await forms.sum(options);
    const scalar = ambientScalar(immersion, factors) + normalInner(frame, trace, trace) - normal;
    refuseRounding(immersion, scalar, whole);
    return {
      scalar,
      sectional: plane ? await sectional(immersion, frame, plane) : null,
      ricci: direction ? await ricci({ immersion, frame, forms, trace, factors }, direction) : null,
    };
  } finally {
    await forms.dispose();
  }
}

/** The inner product of the normal parts of (w, 0) and (u, 0). */
function normalInner({ normal }: OrthonormalFrame, w: Vector, u: Vector): number {
  const { data, rows, columns } = normal.rows;
  let shares = 0;
  for (let k = 0; k < rows; k += 1) {
    const row = data.subarray(k * columns, (k + 1) * columns);
    shares += dot(row, w) * dot(row, u);
  }
  return normal.kind === 'kept' ? shares : dot(w, u) - shares;
}

async function sectional(
  immersion: Immersion,
  frame: OrthonormalFrame,
  [v, w]: NonNullable<CurvatureQuery['plane']>,
): Promise<number> {
  const [gv, gw] = [await immersion.metric(v), await immersion.metric(w)];
  const area = squaredArea(dot(v, gv), dot(w, gw), dot(v, gw));
  const [vv, ww, vw] = (await immersion.many.jet([v, w, v], [v, w, w])) as [Vector, Vector, Vector];
  const [jv, jw] = (await immersion.many.differential([v, w])) as [Vector, Vector];
  const ambient = immersion.ambientCurvature?.(jv, jw) ?? 0;
  return (ambient + normalInner(frame, vv, ww) - normalInner(frame, vw, vw)) / area;
}

interface RicciParts {
  readonly immersion: Immersion;
  readonly frame: OrthonormalFrame;
  readonly forms: FrameForms;
  readonly trace: Vector;
  readonly factors: readonly Float64Array[];
}

async function ricci({ immersion, frame, forms, trace, factors }: RicciParts, v: Vector): Promise<number> {
  const { ambientCurvature } = immersion;
  const own = await immersion.jet(v, v);
  const image = ambientCurvature ? await immersion.differential(v) : [];
  const ambient = factors.reduce((sum, factor) => sum + ambientCurvature!(image, factor), 0);
  return ambient + normalInner(frame, own, trace) - (await forms.along(v));
}

/**
 * Vectors of R^M over which sums of the ambient curvature are those over J e_a for the whole frame. In each factor of the
 * ambient space that is a matter of sum_a (J e_a)(J e_a)^T there: the columns of a root of it do, side by side for all
 * factors.
 */
function ambientFactors(
  { ambientCurvature, ambientFactor, ambient }: Immersion,
  { images, rank }: OrthonormalFrame,
): readonly Float64Array[] {
  if (!ambientCurvature) return [];
  const { data } = images;
  if (ambientFactor === undefined)
    return Array.from({ length: rank }, (_, a) => data.subarray(a * ambient, (a + 1) * ambient));
  const size = ambientFactor;
  const roots = Array.from({ length: size }, () => new Float64Array(ambient));
  for (let start = 0; start < ambient; start += size) {
    const block = new Float64Array(size * size);
    for (let a = 0; a < rank; a += 1) {
      const row = a * ambient + start;
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j < size; j += 1) block[i * size + j] = block[i * size + j]! + data[row + i]! * data[row + j]!;
    }
    const { pivots, factor } = pivotedCholesky(block, size, 0);
    pivots.forEach((_, k) => {
      for (let i = 0; i < size; i += 1) roots[k]![start + i] = factor[i * size + k]!;
    });
  }
  return roots;
}

function ambientScalar({ ambientCurvature }: Immersion, factors: readonly Float64Array[]): number {
  let sum = 0;
  factors.forEach((v, i) => {
    for (let j = 0; j < i; j += 1) sum += 2 * ambientCurvature!(v, factors[j]!);
  });
  return sum;
}

/** Where normal parts are differences, each square has the rounding of the whole. */
function refuseRounding({ secondDerivative }: Immersion, scalar: number, whole: number): void {
  const single = dtypeOf(secondDerivative.program) === 'float32';
  const rounding = (single ? 2 ** -22 : 2 ** -50) * whole;
  if (rounding <= (single ? 1e-3 : 1e-6) * Math.max(1, Math.abs(scalar))) return;
  throw new DomainError(
    `The second derivatives are tangent but for rounding: their squares add up to ${whole.toPrecision(3)}, the scalar ` +
      `curvature to ${scalar.toPrecision(3)}. Raise the damping${single ? ', or use float64' : ''}.`,
  );
}

/** As in `gaussCurvature`, with null vectors v - sum_a <J e_a, J v> e_a. */
async function refuseVaryingRank(immersion: Immersion, frame: OrthonormalFrame): Promise<void> {
  const { parameters } = immersion;
  const random = randomSource(1);
  for (let trial = 0; trial < 8; trial += 1) {
    const n = normalVector(random, parameters);
    const image = await immersion.differential(n);
    for (let a = 0; a < frame.rank; a += 1) {
      const share = dot(frame.images.data.subarray(a * immersion.ambient, (a + 1) * immersion.ambient), image);
      const vector = frame.vectors.data.subarray(a * parameters, (a + 1) * parameters);
      for (let i = 0; i < parameters; i += 1) n[i] = n[i]! - share * vector[i]!;
    }
    const w = normalVector(random, parameters);
    const jet = await immersion.jet(n, w);
    const normal = Math.sqrt(Math.max(0, normalInner(frame, jet, jet)));
    const typical = norm(await immersion.jet(w, w)) * (norm(n) / norm(w));
    if (normal > 1e-6 * Math.max(norm(jet), typical)) throw refusedVaryingRank(frame.rank, parameters);
  }
}
