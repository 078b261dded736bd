import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { DomainError } from '../errors.ts';
import { type Curvature, type CurvatureQuery, squaredArea } from './curvature.ts';
import { combine, dot, type Vector } from './euclidean.ts';
import { denseJacobian } from './fisher-matrix.ts';
import type { Immersion } from './immersion.ts';

/**
 * The curvature of the induced metric G = J^T J + damping by the Gauss equation, densely: with an orthonormal frame of
 * the tangent space, II(a, b) the normal part of the second derivative D(a, b), and tr II = sum_a II(e_a, e_a),
 *
 *   R(v, w, v, w) = <II(v, v), II(w, w)> - |II(v, w)|^2,   Ric(v, v) = <II(v, v), tr II> - sum_a |II(v, e_a)|^2,
 *   scalar = |tr II|^2 - sum_ab |II(e_a, e_b)|^2.
 *
 * It needs two derivatives of the immersion and none of the metric; p (p + 1) / 2 jets and a singular value
 * decomposition of J. For p up to a few hundred. [do Carmo, Riemannian Geometry, ch. 6]
 *
 * @throws DomainError if the metric is singular to working precision, with its rank.
 */
export async function gaussCurvature(immersion: Immersion, query: CurvatureQuery = {}): Promise<Curvature> {
  const frame = await orthonormalFrame(immersion);
  const second = async (v: Vector, w: Vector): Promise<Float64Array> => normalPart(frame, await immersion.jet(v, w));
  const size = frame.vectors.length;
  let trace: Float64Array = new Float64Array(immersion.ambient + immersion.parameters);
  let square = 0;
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const form = await second(frame.vectors[a]!, frame.vectors[b]!);
      square += (a === b ? 1 : 2) * dot(form, form);
      if (a === b) trace = combine(1, trace, 1, form);
    }
  }
  const { plane, direction } = query;
  return {
    scalar: dot(trace, trace) - square,
    sectional: plane ? await sectional(immersion, second, plane) : null,
    ricci: direction ? await ricci(frame, second, trace, direction) : null,
  };
}

type SecondForm = (v: Vector, w: Vector) => Promise<Float64Array>;

async function sectional(
  immersion: Immersion,
  second: SecondForm,
  plane: NonNullable<CurvatureQuery['plane']>,
): Promise<number> {
  const [v, w] = plane;
  const [gv, gw] = [await immersion.metric(v), await immersion.metric(w)];
  const area = squaredArea(dot(v, gv), dot(w, gw), dot(v, gw));
  const mixed = await second(v, w);
  return (dot(await second(v, v), await second(w, w)) - dot(mixed, mixed)) / area;
}

async function ricci(frame: Frame, second: SecondForm, trace: Float64Array, v: Vector): Promise<number> {
  let sum = dot(await second(v, v), trace);
  for (const vector of frame.vectors) {
    const form = await second(v, vector);
    sum -= dot(form, form);
  }
  return sum;
}

/** An orthonormal frame of the tangent space: as vectors of parameters, and as their images in R^(ambient + parameters). */
interface Frame {
  readonly vectors: readonly Float64Array[];
  readonly images: readonly Float64Array[];
}

/**
 * From the singular values of (J; sqrt(damping) Id), the differential of the immersion theta -> (psi, sqrt(damping) theta)
 * that induces the damped metric: no product J^T J is formed, so a small eigenvalue keeps its digits.
 */
async function orthonormalFrame(immersion: Immersion): Promise<Frame> {
  const { parameters, ambient, damping } = immersion;
  const differential = Matrix.zeros(ambient + parameters, parameters);
  differential.setSubMatrix(await denseJacobian(immersion), 0, 0);
  differential.setSubMatrix(Matrix.eye(parameters).mul(Math.sqrt(damping)), ambient, 0);
  const { diagonal, leftSingularVectors, rightSingularVectors } = new SingularValueDecomposition(differential);
  const largest = Math.max(...diagonal);
  const threshold = largest * (ambient + parameters) * 2 ** -52;
  const rank = diagonal.filter((value) => value > threshold).length;
  if (rank < parameters) {
    throw new DomainError(
      `The metric has rank ${rank} in ${parameters} parameters, so it has no curvature there. ` +
        'Add damping, or remove the redundant parameters.',
    );
  }
  const columns = diagonal.map((_, i) => i);
  return {
    vectors: columns
      .map((i) => rightSingularVectors.getColumnVector(i).div(diagonal[i]!).to1DArray())
      .map((v) => Float64Array.from(v)),
    images: columns.map((i) => Float64Array.from(leftSingularVectors.getColumn(i))),
  };
}

/** Projects twice: the second pass removes what rounding left of the tangential part, which may be much the larger. */
function normalPart(frame: Frame, jet: Vector): Float64Array {
  const size = frame.images[0]!.length;
  const normal = new Float64Array(size);
  normal.set(jet);
  for (let pass = 0; pass < 2; pass += 1) {
    const tangential = frame.images.map((image) => dot(image, normal));
    frame.images.forEach((image, a) => {
      const share = tangential[a]!;
      for (let i = 0; i < size; i += 1) normal[i] = normal[i]! - share * image[i]!;
    });
  }
  return normal;
}
