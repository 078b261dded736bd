import { normalVector, randomSource } from '../network/index.ts';
import { type Curvature, type CurvatureQuery, squaredArea } from './curvature.ts';
import { blockedGaussCurvature } from './curvature-gauss-blocked.ts';
import { combine, dot, norm, type Vector } from './euclidean.ts';
import type { FrameSumsState } from './frame-sums.ts';
import type { Immersion } from './immersion.ts';
import type { Lasting } from './resumable.ts';
import { refusedVaryingRank, type SingularMetric, type TangentFrame, tangentFrame } from './tangent-frame.ts';

/** Up to this many parameters the plain way is as fast. */
const plainParameters = 40;

/**
 * The curvature of the induced metric G = J^T J + damping by the Gauss equation, densely: with an orthonormal frame of
 * the tangent space, II(a, b) the normal part of the second derivative D(a, b), tr II = sum_a II(e_a, e_a), and Rm the
 * curvature of the ambient space, where that is curved,
 *
 *   R(v, w, v, w) = Rm(v, w, v, w) + <II(v, v), II(w, w)> - |II(v, w)|^2, summed over the frame for Ric(v, v) and the scalar.
 *
 * It needs two derivatives of the immersion and none of the metric; p (p + 1) / 2 jets and an orthonormal frame. Beyond 40
 * parameters it goes block by block (`blockedGaussCurvature`), and can be resumed. [do Carmo, Riemannian Geometry, ch. 6]
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
  options: Lasting<FrameSumsState> = {},
): Promise<Curvature> {
  if (immersion.parameters > plainParameters) return blockedGaussCurvature(immersion, query, singular, options);
  return plainGaussCurvature(immersion, query, singular);
}

/** The same by singular values of J and one vector after another, for few parameters. */
export async function plainGaussCurvature(
  immersion: Immersion,
  query: CurvatureQuery = {},
  singular: SingularMetric = 'refuse',
): Promise<Curvature> {
  const frame = await tangentFrame(immersion, singular);
  const second: SecondForms = async (v, w) => (await immersion.many.jet(v, w)).map(frame.normalPart);
  if (frame.rank < immersion.parameters) await refuseVaryingRank(immersion, frame);
  const { scalar, trace } = await frameSums(immersion, frame, second);
  const { plane, direction } = query;
  return {
    scalar,
    sectional: plane ? await sectional(immersion, second, plane) : null,
    ricci: direction ? await ricci(immersion, frame, second, trace, direction) : null,
  };
}

/** II(v_i, w_i) for the pairs of the lists at the same place. */
type SecondForms = (v: readonly Vector[], w: readonly Vector[]) => Promise<readonly Float64Array[]>;

/** The scalar curvature and tr II, from II(e_a, e_b) for all pairs of the frame, one vector of it with those before it. */
async function frameSums(
  immersion: Immersion,
  { vectors }: TangentFrame,
  second: SecondForms,
): Promise<{ readonly scalar: number; readonly trace: Float64Array }> {
  const { ambientCurvature, many } = immersion;
  const images = ambientCurvature ? await many.differential(vectors) : [];
  let trace: Float64Array = new Float64Array(immersion.ambient);
  let [square, ambient] = [0, 0];
  for (const [a, vector] of vectors.entries()) {
    const others = vectors.slice(0, a + 1);
    const forms = await second(
      others.map(() => vector),
      others,
    );
    forms.forEach((form, b) => {
      square += (a === b ? 1 : 2) * dot(form, form);
      if (a !== b && ambientCurvature) ambient += 2 * ambientCurvature(images[a]!, images[b]!);
    });
    trace = combine(1, trace, 1, forms[a]!);
  }
  return { scalar: ambient + dot(trace, trace) - square, trace };
}

async function sectional(
  immersion: Immersion,
  second: SecondForms,
  [v, w]: NonNullable<CurvatureQuery['plane']>,
): Promise<number> {
  const [gv, gw] = [await immersion.metric(v), await immersion.metric(w)];
  const area = squaredArea(dot(v, gv), dot(w, gw), dot(v, gw));
  const [vv, ww, vw] = await second([v, w, v], [v, w, w]);
  const [jv, jw] = await immersion.many.differential([v, w]);
  const ambient = immersion.ambientCurvature?.(jv!, jw!) ?? 0;
  return (ambient + dot(vv!, ww!) - dot(vw!, vw!)) / area;
}

async function ricci(
  immersion: Immersion,
  { vectors }: TangentFrame,
  second: SecondForms,
  trace: Float64Array,
  v: Vector,
): Promise<number> {
  const { ambientCurvature, many } = immersion;
  const [own, ...mixed] = await second([v, ...vectors.map(() => v)], [v, ...vectors]);
  const images = ambientCurvature ? await many.differential([v, ...vectors]) : [];
  return mixed.reduce(
    (sum, form, a) => sum + (ambientCurvature?.(images[0]!, images[a + 1]!) ?? 0) - dot(form, form),
    dot(own!, trace),
  );
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
    throw refusedVaryingRank(frame.rank, immersion.parameters);
  }
}
