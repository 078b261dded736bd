import { add, divide, multiply, plain, slopes, subtract, type Value } from './dual-number.ts';

/** The entries of a metric at a point. */
export type Metric = (point: readonly Value[]) => readonly (readonly Value[])[];

const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k);
const sum = (values: readonly Value[]): Value => values.reduce(add, 0);

/** The derivatives of a list of values along coordinate k. */
function entrywise(f: (point: readonly Value[]) => readonly Value[], point: readonly Value[], k: number): Value[] {
  return slopes((value) => f(point.with(k, value)), point[k]);
}

/** The inverse by elimination, the largest pivot first. */
function inverted(matrix: readonly (readonly Value[])[]): Value[][] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...range(n).map((j) => (i === j ? 1 : 0))]);
  for (const k of range(n)) {
    const pivot = range(n)
      .slice(k)
      .reduce((best, i) => (Math.abs(plain(rows[i][k])) > Math.abs(plain(rows[best][k])) ? i : best), k);
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    const scaled = rows[k].map((value) => divide(value, rows[k][k]));
    range(n).forEach((i) => {
      const factor = rows[i][k];
      rows[i] = i === k ? scaled : rows[i].map((value, j) => subtract(value, multiply(factor, scaled[j])));
    });
  }
  return rows.map((row) => row.slice(n));
}

type Connection = (point: readonly Value[]) => readonly (readonly (readonly Value[])[])[];

/** Gamma^k_ij as [k][i][j], from its definition. */
export const christoffel =
  (metric: Metric): Connection =>
  (point) => {
    const n = range(point.length);
    const raised = inverted(metric(point));
    const d = n.map((c) => entrywise((p) => metric(p).flat(), point, c));
    const slopeOf = (c: number, a: number, b: number): Value => d[c][a * n.length + b];
    const lowered = (m: number, i: number, j: number): Value =>
      multiply(0.5, subtract(add(slopeOf(i, m, j), slopeOf(j, m, i)), slopeOf(m, i, j)));
    return n.map((k) => n.map((i) => n.map((j) => sum(n.map((m) => multiply(raised[k][m], lowered(m, i, j)))))));
  };

/** R^k_lij = d_i Gamma^k_jl - d_j Gamma^k_il + Gamma^k_im Gamma^m_jl - Gamma^k_jm Gamma^m_il, as a function of its indices. */
export function riemann(
  metric: Metric,
  point: readonly Value[],
): (k: number, l: number, i: number, j: number) => Value {
  const n = range(point.length);
  const gamma = christoffel(metric)(point);
  const d = n.map((c) => entrywise((p) => christoffel(metric)(p).flat(2), point, c));
  const slopeOf = (c: number, k: number, a: number, b: number): Value => d[c][(k * n.length + a) * n.length + b];
  return (k, l, i, j) =>
    add(
      subtract(slopeOf(i, k, j, l), slopeOf(j, k, i, l)),
      sum(n.map((m) => subtract(multiply(gamma[k][i][m], gamma[m][j][l]), multiply(gamma[k][j][m], gamma[m][i][l])))),
    );
}

/** R_lj = R^k_lkj. */
export function ricci(metric: Metric, point: readonly Value[]): (l: number, j: number) => Value {
  const curvature = riemann(metric, point);
  return (l, j) => sum(range(point.length).map((k) => curvature(k, l, k, j)));
}

/** g^lj R_lj. */
export function scalar(metric: Metric, point: readonly Value[]): Value {
  const raised = inverted(metric(point));
  const traced = ricci(metric, point);
  const n = range(point.length);
  return sum(n.flatMap((l) => n.map((j) => multiply(raised[l][j], traced(l, j)))));
}
