import { EigenvalueDecomposition } from 'ml-matrix';
import type { Engine } from '../engine/index.ts';
import { DomainError } from '../errors.ts';
import { geometryAt, type MetricDerivatives } from '../interpret/index.ts';
import { type Dtype, dtypeOf, tensor } from '../program/index.ts';
import { jvp, simplify } from '../transform/index.ts';
import { type Curvature, type CurvatureQuery, squaredArea } from './curvature.ts';
import { basisVector, dot, type Vector } from './euclidean.ts';
import type { MetricPoint } from './fisher-metric-program.ts';
import type { Lasting } from './resumable.ts';

/**
 * The curvature of a metric G from its definition: G is a program of theta, its first and second
 * derivatives are derivatives of that program, and the formulas of `geometry/` (Levi-Civita connection, Riemann, Ricci and
 * scalar curvature) are evaluated on the numbers. p (p + 1) / 2 runs of a program that holds p copies of the network's
 * derivative, and p^4 components: for p up to about twenty. It shares nothing with the Gauss equation.
 *
 * @throws DomainError if the metric is so nearly singular that rounding could exceed 1e-6, relative or absolute.
 */
export async function definitionCurvature(
  point: MetricPoint,
  engine: Engine,
  query: CurvatureQuery = {},
  options: Lasting<MetricJetState> = {},
): Promise<Curvature> {
  const jet = await metricJet(point, engine, options);
  const geometry = geometryAt(jet);
  refuseRounding(jet, geometry.scalar, dtypeOf(point.program));
  const { plane, direction } = query;
  return {
    scalar: geometry.scalar,
    sectional: plane ? sectional(jet.metric, geometry.riemann, plane) : null,
    ricci: direction ? quadratic(geometry.ricci, direction, direction) : null,
  };
}

/** R(v, w, v, w) = g_km R^m_lij v^k w^l v^i w^j over the squared area. */
function sectional(
  metric: readonly Row[],
  riemann: readonly (readonly (readonly Row[])[])[],
  [v, w]: NonNullable<CurvatureQuery['plane']>,
): number {
  const area = squaredArea(quadratic(metric, v, v), quadratic(metric, w, w), quadratic(metric, v, w));
  const lowered = metric.map((row) => dot(row, v));
  const curvature = riemann.map((plate) =>
    dot(
      plate.map((matrix) => quadratic(matrix, v, w)),
      w,
    ),
  );
  return dot(curvature, lowered) / area;
}

type Row = readonly number[];

function quadratic(matrix: readonly Row[], v: Vector, w: Vector): number {
  return dot(
    matrix.map((row) => dot(row, w)),
    v,
  );
}

/**
 * The terms of the scalar curvature are of the size of g^-2 d^2 g and g^-3 (d g)^2, each with the rounding of an inverse of
 * this condition; where they cancel to less, nothing but rounding is left, and a saturated network, which is flat, would
 * seem curved.
 */
function refuseRounding({ metric, first, second }: MetricDerivatives, scalar: number, dtype: Dtype): void {
  const eigenvalues = new EigenvalueDecomposition(
    metric.map((row) => [...row]),
    { assumeSymmetric: true },
  ).realEigenvalues;
  const [smallest, largest] = [Math.min(...eigenvalues), Math.max(...eigenvalues)];
  const slope = largestSize(first.flat(2));
  const bend = largestSize(second.flat(3));
  const terms = bend / smallest ** 2 + slope ** 2 / smallest ** 3;
  const rounding = (dtype === 'float64' ? 2 ** -52 : 2 ** -23) * (largest / smallest) * terms;
  if (smallest > 0 && rounding <= 1e-6 * Math.max(1, Math.abs(scalar))) return;
  throw new DomainError(
    `The metric is too nearly singular for its definition to give a curvature in ${dtype}: eigenvalues from ` +
      `${smallest.toPrecision(3)} to ${largest.toPrecision(3)}, rounding up to ${rounding.toPrecision(3)}. ` +
      'Add damping, or use the Gauss equation, which does not invert the metric.',
  );
}

/** The largest absolute value; there may be more of them than a call takes arguments. */
function largestSize(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

/** What is known of a metric's derivatives, plain data: the matrices of each run so far, by rows of the symmetric pairs (k, l). */
export interface MetricJetState {
  readonly metric: Float64Array;
  readonly first: readonly Float64Array[];
  readonly second: readonly Float64Array[];
}

/** A damped metric with its first and second derivatives, by differentiating its program. */
export async function metricJet(
  { program, inputs, damping }: MetricPoint,
  engine: Engine,
  { resume, checkpoint, progress }: Lasting<MetricJetState> = {},
): Promise<MetricDerivatives> {
  const first = jvp(program, { wrt: ['theta'] });
  const executable = await engine.compile(simplify(jvp(first, { wrt: ['theta'], of: ['d_metric'], prefix: 'd2_' })));
  const size = program.outputs[0]!.variable.type.shape[0]!;
  const dtype = dtypeOf(program);
  const directions = Array.from({ length: size }, (_, k) => tensor(dtype, [size], basisVector(size, k)));
  let state: MetricJetState = resume ?? { metric: new Float64Array(0), first: [], second: [] };
  try {
    for (let k = 0; k < size; k += 1) {
      for (let l = 0; l <= k; l += 1) {
        const run = (k * (k + 1)) / 2 + l;
        if (run < state.second.length) continue;
        const outputs = await executable.run({ ...inputs, d_theta: directions[k]!, d2_theta: directions[l]! });
        const found = (name: string) => Float64Array.from(outputs[name]!.data);
        state = {
          metric: run === 0 ? found('metric') : state.metric,
          first: l === 0 ? [...state.first, found('d_metric')] : state.first,
          second: [...state.second, found('d2_d_metric')],
        };
        checkpoint?.(state);
        progress?.((2 * (run + 1)) / (size * (size + 1)));
      }
    }
  } finally {
    await executable.dispose();
  }
  const pair = (k: number, l: number): number => (k >= l ? (k * (k + 1)) / 2 + l : (l * (l + 1)) / 2 + k);
  return {
    metric: damped(square(state.metric, size), damping),
    first: state.first.map((matrix) => square(matrix, size)),
    second: directions.map((_, k) => directions.map((__, l) => square(state.second[pair(k, l)]!, size))),
  };
}

function damped(matrix: readonly Row[], damping: number): number[][] {
  return matrix.map((row, i) => row.map((entry, j) => (i === j ? entry + damping : entry)));
}

function square(data: Vector, size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from(data.slice(i * size, (i + 1) * size)));
}
