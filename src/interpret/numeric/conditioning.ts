import { geometryAt, type MetricDerivatives, type PointGeometry } from '../at-point.ts';

/** The tensors of a geometry at a point. */
export type Quantity = keyof PointGeometry;

/** Their names, in the order of their definitions. */
export const quantities: readonly Quantity[] = ['metric', 'christoffel', 'riemann', 'ricci', 'scalar'];

/** Numbers nested as deep as a tensor has indices. */
export type Numbers = number | readonly Numbers[];

/** The components in the order of their indices. */
export function entriesOf(values: Numbers): number[] {
  return typeof values === 'number' ? [values] : values.flatMap(entriesOf);
}

/** The largest absolute difference of components. */
export function worstDifference(left: Numbers, right: Numbers): number {
  const others = entriesOf(right);
  return Math.max(...entriesOf(left).map((x, i) => Math.abs(x - others[i]!)));
}

/** The number of patterns of perturbations that are tried. */
const patterns = 4;

/** Small enough to be linear, large enough to stand out from rounding. */
const step = 1e-7;

/**
 * The condition of each quantity: how much it changes, per relative change of the metric and its derivatives, at most
 * over a few fixed patterns. An entry that is small by cancellation counts as large as its neighbours suggest: d_k d_l g_ij
 * against (g_ii g_jj g_kk g_ll)^(1/2), which is invariant under scaling of the coordinates.
 */
export function sensitivity(derivatives: MetricDerivatives): Readonly<Record<Quantity, number>> {
  const base = geometryAt(derivatives);
  const perturbed = Array.from({ length: patterns }, (_, pattern) => geometryAt(perturb(derivatives, pattern)));
  const worst = (quantity: Quantity): number =>
    Math.max(...perturbed.map((other) => worstDifference(other[quantity], base[quantity]))) / step;
  return {
    metric: worst('metric'),
    christoffel: worst('christoffel'),
    riemann: worst('riemann'),
    ricci: worst('ricci'),
    scalar: worst('scalar'),
  };
}

/** Each entry moved by `step` times its size times a number in [-1, 1] that depends on its place, symmetries kept. */
function perturb({ metric, first, second }: MetricDerivatives, pattern: number): MetricDerivatives {
  const units = metric.map((row, i) => Math.sqrt(Math.abs(row[i]!)));
  const moved = (value: number, metricIndices: readonly number[], derivativeIndices: readonly number[]): number => {
    const [pair, along] = [metricIndices, derivativeIndices].map((indices) => indices.toSorted((a, b) => a - b));
    const place = [...pair!, ...along!].reduce((hash, index) => hash * 7 + index + 1, pattern + 1);
    const size = [...pair!, ...along!].reduce((product, index) => product * units[index]!, 1);
    return value + step * Math.max(Math.abs(value), size) * Math.cos(place * place);
  };
  return {
    metric: metric.map((row, i) => row.map((value, j) => moved(value, [i, j], []))),
    first: first.map((rows, k) => rows.map((row, i) => row.map((value, j) => moved(value, [i, j], [k])))),
    second: second.map((plates, k) =>
      plates.map((rows, l) => rows.map((row, i) => row.map((value, j) => moved(value, [i, j], [k, l])))),
    ),
  };
}
