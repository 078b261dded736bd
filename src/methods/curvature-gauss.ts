import { DomainError } from '../errors.ts';
import { normalVector, randomSource } from '../network/index.ts';
import { type Curvature, type CurvatureQuery, squaredArea } from './curvature.ts';
import { combine, dot, norm, type Vector } from './euclidean.ts';
import type { Immersion } from './immersion.ts';
import { type SingularMetric, type TangentFrame, tangentFrame } from './tangent-frame.ts';

/**
 * The curvature of the induced metric G = J^T J + damping by the Gauss equation, densely: with an orthonormal frame of
 * the tangent space, II(a, b) the normal part of the second derivative D(a, b), tr II = sum_a II(e_a, e_a), and Rm the
 * curvature of the ambient space, where that is curved,
 *
 *   R(v, w, v, w) = Rm(v, w, v, w) + <II(v, v), II(w, w)> - |II(v, w)|^2, summed over the frame for Ric(v, v) and the scalar.
 *
 * It needs two derivatives of the immersion and none of the metric; p (p + 1) / 2 jets and a singular value
 * decomposition of J. [do Carmo, Riemannian Geometry, ch. 6]
 *
 * A metric of locally constant rank is that of its image manifold; `quotient` computes the curvature of that.
 *
 * @throws DomainError if the metric is singular, with its rank, and the quotient is not asked for; or if it is asked for
 *   and the rank grows nearby.
 */
export async function gaussCurvature(
  immersion: Immersion,
  query: CurvatureQuery = {},
  singular: SingularMetric = 'refuse',
): Promise<Curvature> {
  const frame = await tangentFrame(immersion, singular);
  const second: SecondForm = async (v, w) => frame.normalPart(await immersion.jet(v, w));
  if (frame.rank < immersion.parameters) await refuseVaryingRank(immersion, frame);
  const size = frame.rank;
  let trace: Float64Array = new Float64Array(immersion.ambient);
  let square = 0;
  let scalar = 0;
  const images = immersion.ambientCurvature && (await Promise.all(frame.vectors.map((v) => immersion.differential(v))));
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const form = await second(frame.vectors[a]!, frame.vectors[b]!);
      square += (a === b ? 1 : 2) * dot(form, form);
      if (a === b) trace = combine(1, trace, 1, form);
      else if (images) scalar += 2 * immersion.ambientCurvature(images[a]!, images[b]!);
    }
  }
  const { plane, direction } = query;
  return {
    scalar: scalar + dot(trace, trace) - square,
    sectional: plane ? await sectional(immersion, second, plane) : null,
    ricci: direction ? await ricci(immersion, frame, second, trace, direction) : null,
  };
}

type SecondForm = (v: Vector, w: Vector) => Promise<Float64Array>;

async function ambient(immersion: Immersion, v: Vector, w: Vector): Promise<number> {
  if (!immersion.ambientCurvature) return 0;
  return immersion.ambientCurvature(await immersion.differential(v), await immersion.differential(w));
}

async function sectional(
  immersion: Immersion,
  second: SecondForm,
  plane: NonNullable<CurvatureQuery['plane']>,
): Promise<number> {
  const [v, w] = plane;
  const [gv, gw] = [await immersion.metric(v), await immersion.metric(w)];
  const area = squaredArea(dot(v, gv), dot(w, gw), dot(v, gw));
  const mixed = await second(v, w);
  const product = dot(await second(v, v), await second(w, w)) - dot(mixed, mixed);
  return (product + (await ambient(immersion, v, w))) / area;
}

async function ricci(
  immersion: Immersion,
  frame: TangentFrame,
  second: SecondForm,
  trace: Float64Array,
  v: Vector,
): Promise<number> {
  let sum = dot(await second(v, v), trace);
  for (const vector of frame.vectors) {
    const form = await second(v, vector);
    sum += (await ambient(immersion, v, vector)) - dot(form, form);
  }
  return sum;
}

/**
 * Where the rank is constant, J(theta + t w) has null vectors n(t) with J n = 0 for all t, so that D(n, w) = -J n' is
 * tangent: a normal part of D(n, w) for a null vector n shows that the rank grows along w. Tried on random n and w.
 */
async function refuseVaryingRank(immersion: Immersion, frame: TangentFrame): Promise<void> {
  const random = randomSource(1);
  for (let trial = 0; trial < 8; trial += 1) {
    const n = frame.nullPart(normalVector(random, immersion.parameters));
    const w = normalVector(random, immersion.parameters);
    const jet = await immersion.jet(n, w);
    const normal = norm(frame.normalPart(jet));
    const typical = norm(await immersion.jet(w, w)) * (norm(n) / norm(w));
    if (normal <= 1e-6 * Math.max(norm(jet), typical)) continue;
    throw new DomainError(
      `The metric has rank ${frame.rank} in ${immersion.parameters} parameters at this point and a larger one nearby, so ` +
        'there is no quotient manifold here. Add damping, or move to other parameters.',
    );
  }
}
